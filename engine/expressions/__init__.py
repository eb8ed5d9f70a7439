"""The formula language: text, typed tree, checker, generated functions.

As a library: `evaluate("ROUND(qty * price, 2)", {"qty": 3, "price": Decimal("59.90")})`.
"""

from engine.expressions.evaluate import ExpressionError, evaluate

__all__ = ["ExpressionError", "evaluate"]
