"""`python -m desktop`: the window, or with a command the same door as `oxydesk`."""

import sys

from desktop.start import main

sys.exit(main())
