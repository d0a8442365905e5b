// vector: cookieStore
// effect: trace
cookieStore.set({ name: "$TOKEN", value: "1", path: "/" });
