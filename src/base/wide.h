// SPDX-License-Identifier: Apache-2.0
// Whole numbers of 128 bits, which C17 leaves to compilers and both of ours have.
#pragma once

__extension__ typedef unsigned __int128 uint128;
