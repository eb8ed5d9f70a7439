"""A WooCommerce shop: REST API version 3, signed webhooks, a small storefront."""
