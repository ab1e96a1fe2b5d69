// SPDX-License-Identifier: Apache-2.0
// What scripts add to the server's pages. Each page is whole without them.
import { setUpCopyButtons } from './islands/copy';
import { setUpKeys } from './islands/keys';
import { setUpIslands } from './islands/lazy';
import { setUpLivePage } from './islands/live';
import { setUpRail } from './islands/rail';
import { setUpSuggestions } from './islands/suggest';

function setUp(root: ParentNode): void {
  setUpCopyButtons(root);
  setUpRail(root);
  setUpSuggestions(root);
  setUpIslands(root);
}

setUp(document);
setUpLivePage(setUp);
setUpKeys();
