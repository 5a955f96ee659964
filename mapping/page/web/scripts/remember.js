// Values that are made once and kept.

/**
 * Value of a key, made when it is first asked for.
 * @template K, V
 * @param {{get(key: K): V | undefined, set(key: K, value: V): unknown}} store
 * @param {K} key
 * @param {() => V} make
 * @returns {V}
 */
export function remember(store, key, make) {
  let value = store.get(key);
  if (value === undefined) {
    value = make();
    store.set(key, value);
  }
  return value;
}

/**
 * The same, of a store that holds no more than so many; the oldest goes first.
 * @template K, V
 * @param {Map<K, V>} store
 * @param {number} most
 * @param {K} key
 * @param {() => V} make
 * @returns {V}
 */
export function rememberFew(store, most, key, make) {
  if (store.size > most && !store.has(key))
    store.delete(/** @type {K} */ (store.keys().next().value));
  return remember(store, key, make);
}
