"""`python -m desktop`: the same door as the command `oxydesk`."""

import sys

from desktop.headless import main

sys.exit(main())
