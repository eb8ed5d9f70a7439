"""Refusals in the form WordPress answers them."""


class Refused(Exception):
    """A call that is not done."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
