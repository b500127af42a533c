/**
 * Behind every wall of packages: the rooms' tsconfig.json map the packages a room must not know to
 * this file, which is in no room, so that the compiler refuses the import (TS6307).
 * docs/decisions.md says who may know what.
 */
export {}
