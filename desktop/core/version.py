"""Which Oxydesk this is: papers and the package name it."""

VERSION = "0.1.0"
