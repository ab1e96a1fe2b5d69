// SPDX-License-Identifier: Apache-2.0
// Opens the folded filters on wide screens, for browsers whose style sheets cannot.

export function setUpRail(root: ParentNode): void {
  if (CSS.supports('selector(::details-content)')) {
    return;
  }
  const wide = matchMedia('(min-width: 60rem)').matches;
  for (const fold of root.querySelectorAll<HTMLDetailsElement>('details.rail-fold')) {
    fold.open = fold.open || wide;
  }
}
