// SPDX-License-Identifier: Apache-2.0
// A served copy of the museum and a browser for the tests of a describe, or of a file: begun before
// them and ended after them.
import { after, before } from 'node:test';
import { skip, startBrowser, startPortal } from './fixtures.mjs';

/** Both are filled in when the tests begin; `prepare` is given the data folder before it is served. */
export function museumAndBrowser(prepare) {
  const portal = {};
  const browser = {};
  before(async () => {
    if (!skip) {
      Object.assign(portal, await startPortal(prepare));
      const started = await startBrowser();
      browser.newContext = (options) => started.newContext(options);
      browser.close = () => started.close();
    }
  });
  after(async () => {
    await browser.close?.();
    await portal.stop?.();
  });
  return { portal, browser };
}
