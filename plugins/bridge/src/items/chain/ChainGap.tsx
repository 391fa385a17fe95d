import type { ChainLine } from './layoutChain';

/** The width of the space between two columns. @internal */
export const GAP_WIDTH = 48;

const HEAD = 7;
const MIDDLE = GAP_WIDTH / 2;

/** The lines from one column of a chain to the next. @internal */
export function ChainGap(props: { lines: ChainLine[]; height: number }) {
  const { lines, height } = props;
  return (
    <svg
      width={GAP_WIDTH}
      height={height}
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      focusable="false"
    >
      {lines.map(line => (
        <g key={`${line.from} ${line.to}`}>
          <path d={pathOf(line)} />
          {line.arrow && <path d={headOf(line)} strokeLinejoin="round" />}
        </g>
      ))}
    </svg>
  );
}

function pathOf({ from, to, arrow }: ChainLine): string {
  const end = GAP_WIDTH - (arrow ? 2 : 0);
  return `M0 ${from}C${MIDDLE} ${from} ${MIDDLE} ${to} ${end} ${to}`;
}

function headOf({ to }: ChainLine): string {
  const end = GAP_WIDTH - 2;
  return `M${end - HEAD} ${to - HEAD + 1}L${end} ${to}L${end - HEAD} ${
    to + HEAD - 1
  }`;
}
