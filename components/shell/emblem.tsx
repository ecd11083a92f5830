/** The mark: a medal on its ribbon, the same drawing as public/emblem.svg. The product's name always stands beside it. */
export function Emblem({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 48 48" className={className}>
      <path className="fill-honor-dark" d="M12 2h9l6 13.5-8 3.5z" />
      <path className="fill-honor" d="M36 2h-9l-9.6 21.5 8.6-.5z" />
      <circle cx="24" cy="30" r="15" className="fill-gilt" />
      <circle cx="24" cy="30" r="12.25" fill="none" stroke="#f6e6bb" strokeWidth="1.25" />
      <path
        fill="#fff8e6"
        d="M24.00 23.40L25.62 27.78L30.28 27.96L26.62 30.85L27.88 35.34L24.00 32.75L20.12 35.34L21.38 30.85L17.72 27.96L22.38 27.78Z"
      />
    </svg>
  );
}
