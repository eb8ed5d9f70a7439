"""The measured questions as somebody good at SQL writes them, on the very tables of the product.

Aggregated before they are joined where that is faster, records in the trash left out, no rights at all.
"""

_BY_MONTH = """
SELECT {month}, sum(l.f_lamo) FROM l_line AS l JOIN e_orde AS o ON o.id = l.parent
WHERE o.deleted_at IS NULL GROUP BY 1
"""
_BY_CHANNEL = (
    """
SELECT o.f_ochn, sum(l.f_lamo) FROM l_line AS l JOIN e_orde AS o ON o.id = l.parent
WHERE o.deleted_at IS NULL GROUP BY 1
""",
    "SELECT f_ochn, sum(f_ofre) FROM e_orde WHERE deleted_at IS NULL GROUP BY 1",
)
_BY_CATEGORY = """
SELECT p.f_pcat, sum(l.f_lamo) FROM l_line AS l JOIN e_orde AS o ON o.id = l.parent
LEFT JOIN e_prod AS p ON p.id = l.f_lpro WHERE o.deleted_at IS NULL GROUP BY 1
"""
_BEST = """
SELECT {product}, sum(l.f_lamo) AS s FROM l_line AS l JOIN e_orde AS o ON o.id = l.parent
WHERE o.deleted_at IS NULL GROUP BY 1 ORDER BY s DESC LIMIT 10
"""
_BUYERS = """
SELECT c.f_cpro, count(DISTINCT o.f_ocus), count(*) FROM e_orde AS o LEFT JOIN e_cust AS c ON c.id = o.f_ocus
WHERE o.deleted_at IS NULL GROUP BY 1
"""
_VALUE = (
    """
SELECT o.f_ochn, sum(l.f_lamo) FROM l_line AS l JOIN e_orde AS o ON o.id = l.parent
WHERE o.deleted_at IS NULL AND o.f_ochn IN ('direct', 'shop') GROUP BY 1
""",
    """
SELECT f_ochn, count(*) FROM e_orde WHERE deleted_at IS NULL AND f_ochn IN ('direct', 'shop') GROUP BY 1
""",
)
_SQLITE_MONTH = _BY_MONTH.replace("{month}", "substr(o.f_odat, 1, 7)")
_SQLITE_BEST = _BEST.replace("{product}", "+l.f_lpro")
_POSTGRES_BEST = _BEST.replace("{product}", "l.f_lpro")
_POSTGRES_MONTH = _BY_MONTH.replace("{month}", "date_trunc('month', o.f_odat)")


def by_hand(*, on_sqlite: bool) -> dict[str, tuple[str, ...]]:
    """Return the statements of each question by its title."""
    return {
        "sales by month": (_SQLITE_MONTH if on_sqlite else _POSTGRES_MONTH,),
        "sales and freight by channel": _BY_CHANNEL,
        "sales by category": (_BY_CATEGORY,),
        "ten best products": (_SQLITE_BEST if on_sqlite else _POSTGRES_BEST,),
        "buyers by province": (_BUYERS,),
        "order value by channel": _VALUE,
    }
