type Props = { label: string; series: { values: (number | undefined)[]; colour: string }[]; capacity: number };

const width = 300;
const height = 72;

/** A small chart over the last minutes; what was not measured is a gap. */
export function Sparkline({ label, series, capacity }: Props) {
  const all = series.flatMap((one) => one.values).filter((value): value is number => value !== undefined);
  const top = Math.max(1e-9, ...all) * 1.1;
  const path = (values: (number | undefined)[]) => {
    const start = capacity - values.length;
    let isDown = false;
    return values
      .map((value, index) => {
        if (value === undefined) {
          isDown = false;
          return "";
        }
        const x = ((start + index) / (capacity - 1)) * (width - 2);
        const command = isDown ? "L" : "M";
        isDown = true;
        return `${command}${x.toFixed(1)} ${(height - 1 - (value / top) * (height - 4)).toFixed(1)}`;
      })
      .join("");
  };
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      className="block h-18 w-full"
    >
      <line
        x1="0"
        x2={width}
        y1={height - 0.5}
        y2={height - 0.5}
        stroke="var(--rule)"
        vectorEffect="non-scaling-stroke"
      />
      <line
        x1="0"
        x2={width}
        y1={height / 2}
        y2={height / 2}
        stroke="var(--rule)"
        strokeDasharray="2 4"
        vectorEffect="non-scaling-stroke"
      />
      {series.map((one) => (
        <path
          key={one.colour}
          d={path(one.values)}
          fill="none"
          stroke={one.colour}
          strokeWidth="1.75"
          strokeLinejoin="round"
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}
