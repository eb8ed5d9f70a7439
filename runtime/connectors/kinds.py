"""The kinds of shop there are."""

from engine.kernel.registry import Registry
from runtime.connectors.kind import ShopKind
from runtime.connectors.woocommerce import KIND as WOOCOMMERCE

KINDS: Registry[ShopKind] = Registry((WOOCOMMERCE,), lambda kind: kind.key)
