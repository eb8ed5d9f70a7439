"""Why a file is not taken, raised inside the limited process and told as an issue outside."""

from engine.kernel.issue import Issue, Scalar


class Refused(Exception):
    """A file that is hostile, broken, too big or of an unknown kind."""

    def __init__(self, code: str, **params: Scalar) -> None:
        super().__init__(code)
        self.issue = Issue(code, (), params)
