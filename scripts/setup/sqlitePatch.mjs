/**
 * Makes better-sqlite3's source run on Node-API 9 (Electron < 36, Node < 22.14).
 *
 * The package keeps some JavaScript strings alive through `Napi::Reference<Napi::String>`. References to
 * anything but objects came with Node-API 10; before it, making one fails and the process dies at load. So each such
 * string is put in the box of a one-element object, and the object is what is referred to. Nothing else changes.
 *
 * Not mended, because we do not use it: `db.aggregate()` with a start value that is not an object.
 */

const BOX = `
// A string kept alive inside an object: Node-API 9 can refer to objects only.
class BoxedString {
public:
	BoxedString() = default;
	explicit BoxedString(Napi::String string) {
		Napi::Object box = Napi::Object::New(string.Env());
		box.Set(0u, string);
		reference = Napi::Persistent(box);
	}
	Napi::String Value() const { return reference.Value().Get(0u).As<Napi::String>(); }
private:
	Napi::ObjectReference reference;
};
`

/**
 * One replacement, with how often the text must occur: another version of the package may look different,
 * and a half-patched database engine is worse than none.
 * @typedef {{file: string, find: string, replace: string, times: number}} Change
 */

/** @type {readonly Change[]} */
export const changes = [
  {
    file: 'src/better_sqlite3.cpp',
    find: '#include <napi.h>\n',
    replace: `#include <napi.h>\n${BOX}`,
    times: 1,
  },
  {
    file: 'src/util/helpers.cpp',
    find: 'Napi::Reference<Napi::String>',
    replace: 'BoxedString',
    times: 1,
  },
  // The declarations: eighteen names, the argument of SetString, the map of codes.
  {
    file: 'src/util/constants.cpp',
    find: 'Napi::Reference<Napi::String>',
    replace: 'BoxedString',
    times: 20,
  },
  { file: 'src/util/constants.cpp', find: 'Napi::Persistent(', replace: 'BoxedString(', times: 2 },
  {
    file: 'src/util/bind-map.cpp',
    find: 'Napi::Reference<Napi::String>',
    replace: 'BoxedString',
    times: 1,
  },
  { file: 'src/util/bind-map.cpp', find: 'Napi::Persistent(', replace: 'BoxedString(', times: 2 },
]

/** The Node-API version to compile for; takes the place of `NAPI_VERSION=10` in the package's binding.gyp. */
export const nodeApiVersion = 9

/**
 * @param {string} text
 * @param {Change} change
 * @returns {string}
 */
export function applyChange(text, { file, find, replace, times }) {
  const found = text.split(find).length - 1
  if (found !== times) {
    throw new Error(
      `${file}: expected ${times} × “${find.trim()}”, found ${found}. better-sqlite3 has changed: look again at scripts/setup/sqlitePatch.mjs.`,
    )
  }
  return text.split(find).join(replace)
}
