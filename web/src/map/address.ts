// SPDX-License-Identifier: Apache-2.0
// Addresses around the map, from the one that the page has. Must not know: the map engine.
import { printAddress } from '../islands/address';
import { boxFilter, type Box } from './cells';

const DRAWN = ['filter.bbox', 'filter.distance', 'filter.geo_point', 'filter.within'];

function print(path: string, parameters: URLSearchParams): string {
  return printAddress(path, [...parameters]);
}

function boxTerm(box: Box): string {
  const { west, south, east, north } = box;
  return JSON.stringify([{ bbox: { west, south, east, north } }]);
}

/** Narrowed to a box: values of one parameter are alternatives, so another is taken where it is used. */
function narrow(parameters: URLSearchParams, box: Box): void {
  if (!parameters.has('filter.bbox')) {
    parameters.set('filter.bbox', boxFilter(box));
  } else if (!parameters.has('filter.and')) {
    parameters.set('filter.and', boxTerm(box));
  } else if (!parameters.has('filter.or')) {
    parameters.set('filter.or', boxTerm(box)); // of one member: that member
  } else {
    parameters.set('filter.bbox', boxFilter(box));
  }
}

/** The page's address with some parameters changed; an empty value takes one away. */
export function pageWith(changes: Readonly<Record<string, string>>): string {
  const parameters = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    parameters.set(name, value);
  }
  return print(location.pathname, parameters);
}

/** The map with a drawn area, in the place of those drawn before. */
export function pageWithArea(name: string, value: string): string {
  const parameters = new URLSearchParams(location.search);
  for (const drawn of DRAWN) {
    parameters.delete(drawn);
  }
  parameters.set(name, value);
  return print(location.pathname, parameters);
}

export function pageWithin(box: Box): string {
  const parameters = new URLSearchParams(location.search);
  narrow(parameters, box);
  return print(location.pathname, parameters);
}

/** The records in a box as the page's table. */
export function tableWithin(box: Box): string {
  const parameters = new URLSearchParams(location.search);
  for (const name of [...parameters.keys()]) {
    if (name === 'view' || name === 'offset' || name.startsWith('map.')) {
      parameters.delete(name);
    }
  }
  narrow(parameters, box);
  return print(location.pathname, parameters);
}

/** The records in a box from the API, where `records` is the address of all of the search. */
export function recordsWithin(records: string, box: Box): string {
  const address = new URL(records, location.origin);
  narrow(address.searchParams, box);
  return print(address.pathname, address.searchParams);
}
