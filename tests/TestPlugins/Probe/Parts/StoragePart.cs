using PluginRoom.Sdk;

namespace PluginRoom.TestPlugins.Probe.Parts;

internal sealed class StoragePart : ProbePart
{
    internal override void Add(IRoom room, Orders orders)
    {
        orders.On("storage.room", (words, cancellation) => PutAndGetAsync(room.Storage, words, cancellation));
        orders.On("storage.room.get", (_, cancellation) => GetAsync(room.Storage, cancellation));
        orders.On("storage.user", (words, cancellation) => PutAndGetAsync(room.UserStorage.Of(Person(words)), words, cancellation));
        orders.On("storage.user.get", (words, cancellation) => GetAsync(room.UserStorage.Of(Person(words)), cancellation));
    }

    private static ParticipantId Person(string words) => new(words.Split(' ')[0]);

    private static async Task<string> PutAndGetAsync(IKeyValueStore store, string words, CancellationToken cancellation)
    {
        await store.WriteJsonAsync("key", words, cancellationToken: cancellation);
        return await GetAsync(store, cancellation);
    }

    private static async Task<string> GetAsync(IKeyValueStore store, CancellationToken cancellation) =>
        await store.ReadJsonAsync<string>("key", cancellationToken: cancellation) ?? "nothing";
}
