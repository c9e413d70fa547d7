"""One line per check."""

import sys
import traceback


class Report:
    def __init__(self, who):
        self.who, self.bad = who, 0

    def check(self, what, holds, seen=""):
        if holds:
            print(f"ok     {self.who}: {what}", flush=True)
        else:
            self.bad += 1
            print(f"FAILED {self.who}: {what}: {seen}", flush=True)
        return holds

    def broke(self, what):
        """Called where an exception was caught."""
        self.check(what, False, traceback.format_exc())

    def end(self):
        sys.exit(1 if self.bad else 0)
