"""A page to place, pay and cancel orders by hand, in Chinese and English, without a script."""

from collections.abc import Mapping
from html import escape
from typing import Any
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from examples.shops.woocommerce.api import Api
from examples.shops.woocommerce.words import WORDS

_BUYER = {
    "last_name": "王", "first_name": "小明", "phone": "13800138000", "email": "xiaoming@example.com",
    "country": "CN", "state": "CN12", "city": "杭州", "address_1": "文三路 1 号",
}  # fmt: skip
_FREIGHT = "8.00"
_STYLE = """
body{font:16px/1.5 system-ui,sans-serif;margin:0;background:#f7f5f2;color:#222}
main{max-width:60rem;margin:0 auto;padding:1rem}h1{font-size:1.4rem}h2{font-size:1.1rem}
section{background:#fff;border-radius:.5rem;padding:1rem;margin:0 0 1rem}
table{width:100%;border-collapse:collapse}td,th{padding:.35rem;text-align:left;border-bottom:1px solid #eee}
input[type=number]{width:4rem}label{display:inline-block;margin:.2rem 1rem .2rem 0}
input,button{font:inherit;padding:.3rem .5rem}
button{background:#7f54b3;color:#fff;border:0;border-radius:.3rem;cursor:pointer}
form{display:inline}.tools{float:right}.wide{overflow-x:auto}
"""


def routes(api: Api) -> list[Route]:
    """Return the routes of the storefront."""

    async def show(request: Request) -> Response:
        return HTMLResponse(_page(api, _language(request)))

    async def buy(request: Request) -> Response:
        form = await _form(request)
        items = [
            {"product_id": int(name[1:]), "quantity": int(value)}
            for name, value in form.items()
            if name.startswith("p") and name[1:].isdigit() and value.isdigit() and int(value) > 0
        ]
        if items:
            api.place(_order(form, items))
        return _back(request)

    async def change(request: Request) -> Response:
        form = await _form(request)
        order = api.state.get("orders", request.path_params["id"])
        if order is not None:
            api.change(
                order,
                {"set_paid": True} if form.get("do") == "pay" else {"status": form.get("do", "cancelled")},
            )
        return _back(request)

    async def misbehave(request: Request) -> Response:
        form = await _form(request)
        api.deliveries.mischief.duplicates = "duplicates" in form
        api.deliveries.mischief.reordering = "reordering" in form
        return _back(request)

    return [
        Route("/", show),
        Route("/buy", buy, methods=["POST"]),
        Route("/order/{id:int}", change, methods=["POST"]),
        Route("/mischief", misbehave, methods=["POST"]),
    ]


def _order(form: Mapping[str, str], items: list[dict[str, int]]) -> dict[str, Any]:
    person = {name: form.get(name, "") for name in _BUYER}
    return {
        "set_paid": form.get("do") == "pay",
        "created_via": "checkout",
        "payment_method": "alipay",
        "payment_method_title": "支付宝",
        "billing": person,
        "shipping": person,
        "customer_note": form.get("customer_note", ""),
        "line_items": items,
        "shipping_lines": [{"method_id": "flat_rate", "method_title": "Flat rate", "total": _FREIGHT}],
    }


async def _form(request: Request) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs((await request.body()).decode()).items()}


def _language(request: Request) -> str:
    chosen = request.query_params.get("lang")
    if chosen in WORDS:
        return str(chosen)
    return "zh" if "zh" in request.headers.get("accept-language", "zh") else "en"


def _back(request: Request) -> Response:
    return RedirectResponse(f"/?lang={_language(request)}", 303)


def _page(api: Api, language: str) -> str:
    words = WORDS[language]
    other = "en" if language == "zh" else "zh"
    return f"""<!doctype html><html lang="{language}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{words["title"]}</title><style>{_STYLE}</style><main>
<a class="tools" href="/?lang={other}" lang="{other}">{WORDS[other]["language"]}</a><h1>{words["title"]}</h1>
<form method="post" action="/buy?lang={language}">{_products(api, words)}{_buyer(words)}</form>
{_orders(api, words, language)}{_mischief(api, words, language)}</main></html>"""


def _products(api: Api, words: Mapping[str, str]) -> str:
    rows = "".join(
        f"<tr><td>{escape(each['name'])}<td>{escape(each['sku'])}<td>¥{each['price']}<td>"
        f'<input type="number" min="0" max="99" value="0" name="p{each["id"]}"'
        f' aria-label="{escape(each["name"])}">'
        for each in api.state.all("products")
    )
    head = "".join(f"<th>{words[each]}" for each in ("product", "sku", "price", "quantity"))
    return f'<section class="wide"><h2>{words["goods"]}</h2><table><tr>{head}</tr>{rows}</table></section>'


def _buyer(words: Mapping[str, str]) -> str:
    fields = "".join(
        f'<label>{words[name]} <input name="{name}" value="{escape(value)}"></label>'
        for name, value in _BUYER.items()
    )
    return (
        f"<section><h2>{words['buyer']}</h2>{fields}"
        f'<label>{words["customer_note"]} <input name="customer_note"></label>'
        f'<p><button name="do" value="pay">{words["pay"]}</button> '
        f'<button name="do" value="later">{words["later"]}</button></p></section>'
    )


def _orders(api: Api, words: Mapping[str, str], language: str) -> str:
    rows = "".join(
        f"<tr><td>{each['number']}<td>{escape(_buyer_of(each))}<td>¥{each['total']}"
        f"<td>{words.get(each['status'], each['status'])}<td>{escape(_tracking(api, each['id']))}"
        f"<td>{_buttons(each, words, language)}"
        for each in reversed(api.state.all("orders")[-30:])
    )
    head = "".join(
        f"<th>{words[each]}" for each in ("number", "buyer", "total", "status", "tracking", "actions")
    )
    return f'<section class="wide"><h2>{words["orders"]}</h2><table><tr>{head}</tr>{rows}</table></section>'


def _buttons(order: Mapping[str, Any], words: Mapping[str, str], language: str) -> str:
    actions = {
        "pending": ("pay", "cancelled"),
        "on-hold": ("pay", "cancelled"),
        "processing": ("cancelled", "refunded"),
    }
    return "".join(
        f'<form method="post" action="/order/{order["id"]}?lang={language}">'
        f'<button name="do" value="{action}">{words[f"do_{action}"]}</button></form> '
        for action in actions.get(order["status"], ())
    )


def _buyer_of(order: Mapping[str, Any]) -> str:
    return str(order["billing"]["last_name"] + order["billing"]["first_name"])


def _tracking(api: Api, order: int) -> str:
    return "; ".join(each["note"] for each in api.state.all("notes") if each["order"] == order)


def _mischief(api: Api, words: Mapping[str, str], language: str) -> str:
    boxes = "".join(
        f'<label><input type="checkbox" name="{name}"{" checked" if is_on else ""}> {words[name]}</label>'
        for name, is_on in vars(api.deliveries.mischief).items()
    )
    return (
        f'<section><h2>{words["mischief"]}</h2><form method="post" action="/mischief?lang={language}">'
        f"{boxes}<button>{words['set']}</button></form></section>"
    )
