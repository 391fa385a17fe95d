/** The product's mark: a bridge. @internal */
export function BridgeMark({ size }: { size: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.6"
      strokeLinecap="round"
      aria-hidden
    >
      <path d="M3 23h26" />
      <path d="M3 23a13 13 0 0 1 26 0" />
      <path d="M10 23v-9M16 23V10M22 23v-9" strokeWidth="2" />
    </svg>
  );
}
