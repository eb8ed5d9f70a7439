// A scripted job with WooCommerce's own client; prints what it saw as JSON.
import { createRequire } from 'node:module'

const require = createRequire(new URL('../../../frontend/package.json', import.meta.url))
const { default: WooCommerceRestApi } = require('@woocommerce/woocommerce-rest-api')

const [url, consumerKey, consumerSecret] = process.argv.slice(2)
const api = new WooCommerceRestApi({ url, consumerKey, consumerSecret, version: 'wc/v3' })

const product = (await api.post('products', { name: 'Ink', sku: 'INK-1', regular_price: '12.50' })).data
const order = (
  await api.post('orders', { set_paid: true, billing: { first_name: '红', last_name: '李' }, line_items: [{ product_id: product.id, quantity: 2 }] })
).data
const listed = await api.get('orders', { per_page: 5, status: 'processing', search: '李' })
const done = (await api.put(`orders/${order.id}`, { status: 'completed' })).data
const note = (await api.post(`orders/${order.id}/notes`, { note: 'SF 123', customer_note: true })).data
const hook = (await api.post('webhooks', { topic: 'order.updated', delivery_url: 'http://127.0.0.1:9/', secret: 'x' })).data
const gone = (await api.delete(`webhooks/${hook.id}`, { force: true })).data
const missing = await api.get('orders/999999').catch((error) => error.response)

console.log(
  JSON.stringify({
    total: order.total,
    status: [order.status, done.status],
    listed: [listed.headers['x-wp-total'], listed.data.map((each) => each.id === order.id)],
    note: note.note,
    hook: [hook.status, gone.id === hook.id],
    missing: [missing.status, missing.data.code],
  }),
)
