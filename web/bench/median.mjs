// SPDX-License-Identifier: Apache-2.0
// Medians and spreads of repeated figures. Must not know: what is measured.

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const digits = (value, places) => value.toFixed(places);

/** "12.3 (11.0–14.9)": the median, the least and the greatest. */
export function spread(values, places = 0) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const middle = digits(median(values), places);
  const same = digits(least, places) === digits(most, places);
  return same ? middle : `${middle} (${digits(least, places)}–${digits(most, places)})`;
}
