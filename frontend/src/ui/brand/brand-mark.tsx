/** The product's sign: several ways that become one. */

export function BrandMark({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect width="32" height="32" rx="8" fill="#2f54c8" />
      <path
        d="M6 9h5c5 0 5 7 10 7h5M6 16h20M6 23h5c5 0 5-7 10-7"
        fill="none"
        stroke="#fff"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
    </svg>
  )
}
