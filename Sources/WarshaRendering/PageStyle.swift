// SPDX-License-Identifier: Apache-2.0

/// Style sheets that stand in the pages themselves; they follow the reader's light or dark.
enum PageStyle {
  static let comparison = """
    :root { color-scheme: light dark; --ink: #1d2433; --dim: #667085; --page: #fafaf8; --card: #fff;
      --line: #e3e5ea; --side0: #cfe3ff; --side1: #ffdcc2; --side2: #e6d5fb; --side3: #fbd3e4;
      --all: #cdeed3; --some: #f6ecb5; --right: #2e7d4f; --wrong: #b3402f; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e6e8ee; --dim: #98a2b3; --page: #14171e; --card: #1c212b; --line: #323948;
        --side0: #234a7d; --side1: #7a4420; --side2: #55397c; --side3: #772f52; --all: #245c38;
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
    .kwic { display: grid; grid-template-columns: 1fr auto 1fr; gap: .4rem; font-size: 1.05rem; }
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

    """
}
