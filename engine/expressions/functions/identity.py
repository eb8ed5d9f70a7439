"""Who asks: the signed-in user and their roles, as the context gives them."""

from engine.expressions.context import Run
from engine.expressions.function import Function
from engine.kernel.values import Value


def current_user(run: Run) -> Value:
    """Return the id of the signed-in user, blank where nobody is."""
    return run.context.user


def has_role(run: Run, role: str) -> bool:
    """Tell whether the user has a role, by its name."""
    return role in run.context.roles


FUNCTIONS = (
    Function(
        "CURRENT_USER() -> text",
        current_user,
        "The id of the signed-in user; compares with fields of type person.",
        ("ISBLANK(CURRENT_USER()) = TRUE",),
        sql=True,
        volatile=True,
    ),
    Function(
        "HAS_ROLE(role: text) -> boolean",
        has_role,
        "Tells whether the signed-in user has a role.",
        ('HAS_ROLE("sales") = FALSE',),
        sql=True,
        volatile=True,
    ),
)
