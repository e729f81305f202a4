// SPDX-License-Identifier: Apache-2.0

/// Style sheets that stand in the pages themselves; they follow the reader's light or dark.
enum PageStyle {
  static let report = """
    :root { color-scheme: light dark; --ink: #1d2433; --dim: #667085; --page: #fafaf8; --card: #fff;
      --line: #e3e5ea; --side0: #cfe3ff; --side1: #ffdcc2; --side2: #e6d5fb; --side3: #fbd3e4;
      --strong0: #2563b8; --strong1: #c2560c; --strong2: #7b42c9; --strong3: #bb2f6b;
      --all: #cdeed3; --some: #f6ecb5; --right: #2e7d4f; --wrong: #b3402f; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e6e8ee; --dim: #98a2b3; --page: #14171e; --card: #1c212b; --line: #323948;
        --side0: #234a7d; --side1: #7a4420; --side2: #55397c; --side3: #772f52; --all: #245c38;
        --strong0: #7fb2f5; --strong1: #f59f5c; --strong2: #b794f0; --strong3: #f08cb4;
        --some: #655a1d; --right: #6fcf97; --wrong: #f28b7b; } }
    body { margin: 2rem auto; max-width: 72rem; padding: 0 1.25rem; background: var(--page);
      color: var(--ink); font: 15px/1.5 system-ui, "Noto Sans", "Noto Sans Arabic", sans-serif; }
    h1 { font-size: 1.6rem; margin-bottom: 0; }
    h2 { font-size: 1.1rem; margin: 2.2rem 0 .6rem; }
    .lead, .note, .where, .dim { color: var(--dim); }
    .lead { margin-top: .2rem; }
    .note, .where { font-size: .85rem; }
    .wide { overflow-x: auto; background: var(--card); border: 1px solid var(--line);
      border-radius: .5rem; }
    .wide + .wide { margin-top: 1rem; }
    table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
    th, td { padding: .35rem .7rem; text-align: start; white-space: nowrap; }
    th { font-size: .8rem; color: var(--dim); border-bottom: 1px solid var(--line); }
    tbody tr + tr td { border-top: 1px solid var(--line); }
    .number { text-align: end; }
    th:nth-child(n + 3) { text-align: end; }
    .best, .sure { font-weight: 700; }
    details { background: var(--card); border: 1px solid var(--line); border-radius: .5rem;
      margin: .5rem 0; padding: .5rem .9rem; }
    summary { cursor: pointer; font-weight: 600; }
    .right > summary b { color: var(--right); }
    .wrong > summary b { color: var(--wrong); }
    ul { list-style: none; margin: .5rem 0 0; padding: 0; }
    li { border-top: 1px solid var(--line); padding: .4rem 0; }
    .kwic { display: grid; grid-template-columns: 1fr auto 1fr; font-size: 1.05rem; }
    .kwic bdi { white-space: pre-wrap; }
    .kwic .before { text-align: end; color: var(--dim); }
    .kwic .after { color: var(--dim); }
    .right .hit { color: var(--right); font-weight: 600; }
    .wrong .hit { color: var(--wrong); font-weight: 600; }
    .text { white-space: pre-wrap; font-size: 1.1rem; line-height: 2.1; margin-top: .6rem; }
    mark, .legend span { background: none; color: inherit; border-radius: .2rem; padding: .1rem 0; }
    .legend span { padding: .1rem .45rem; }
    .side0, .legend .side0 { background: var(--side0); }
    .side1, .legend .side1 { background: var(--side1); }
    .side2, .legend .side2 { background: var(--side2); }
    .side3, .legend .side3 { background: var(--side3); }
    .some, .legend .some { background: var(--some); }
    .all, .legend .all { background: var(--all); }
    .gold { border-bottom: 2px solid currentColor; }
    .verdict { margin: 1rem 0; padding: .7rem 1.2rem; background: var(--card); font-weight: 600;
      border-inline-start: 4px solid var(--strong0); }
    .verdict li { border: 0; padding: .1rem 0; }
    .chart { padding: .4rem 1rem; margin-top: 1rem; }
    .chart svg { width: 100%; min-width: 34rem; height: auto; display: block; }
    .chart text { fill: var(--ink); font-size: 12px; dominant-baseline: central; }
    .chart .label { text-anchor: end; }
    .chart .tick { text-anchor: middle; fill: var(--dim); font-size: 11px; }
    .chart .figure { fill: var(--dim); font-size: 11px; }
    .grid { stroke: var(--line); }
    .bar { stroke-width: 3; stroke-linecap: round; opacity: .45; }
    .bar.side0 { stroke: var(--strong0); } .dot.side0 { fill: var(--strong0); }
    .bar.side1 { stroke: var(--strong1); } .dot.side1 { fill: var(--strong1); }
    .bar.side2 { stroke: var(--strong2); } .dot.side2 { fill: var(--strong2); }
    .bar.side3 { stroke: var(--strong3); } .dot.side3 { fill: var(--strong3); }
    .filters { display: flex; flex-wrap: wrap; gap: .8rem; align-items: center; color: var(--dim);
      font-size: .85rem; margin: .4rem 0 .8rem; position: sticky; top: 0; padding: .4rem 0;
      background: var(--page); }
    .filters select, .filters input { font: inherit; color: var(--ink); background: var(--card);
      border: 1px solid var(--line); border-radius: .3rem; padding: .15rem .4rem; max-width: 14rem; }
    [hidden] { display: none !important; }
    a { color: inherit; }
    mark.found { outline: 3px solid var(--strong1); outline-offset: 2px; }

    """
}
