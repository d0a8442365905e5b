orders["net.fetch"] = async (words) => {
  const response = await net.fetch("api", { path: words });
  await response.close();
  return `${response.status}`;
};
orders["net.webhook.receive"] = async () => (await webhook.place()).path;
