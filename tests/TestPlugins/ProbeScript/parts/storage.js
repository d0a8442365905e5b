const storeOf = (words) => storage.of(words.split(" ")[0]);
const putAndGet = async (store, words) => {
  await store.set("key", words);
  return store.get("key");
};
const got = async (store) => (await store.get("key")) ?? "nothing";

orders["storage.room"] = (words) => putAndGet(storage, words);
orders["storage.room.get"] = () => got(storage);
orders["storage.user"] = (words) => putAndGet(storeOf(words), words);
orders["storage.user.get"] = (words) => got(storeOf(words));
