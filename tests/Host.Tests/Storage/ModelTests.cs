using PluginRoom.Host.Storage;
using PluginRoom.Host.Storage.Entries;
using PluginRoom.Host.Vocabulary;
using Xunit;

namespace PluginRoom.Host.Tests.Storage;

/// <summary>Long random lives of one store beside a model that a person can check by reading.</summary>
public sealed class ModelTests
{
    private static readonly string[] Keys = ["a", "b", "c", "ключ", "\0"];
    private static readonly StorageTag[] People = [.. Enumerable.Range(0, 3).Select(_ => StorageFixture.ChatOf(SubjectId.New()))];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Whatever_happens_the_store_holds_what_the_model_holds_and_nothing_else_can_be_opened(int seed)
    {
        await using var storage = await StorageFixture.Start();
        var life = new Life(storage, seed);
        var copies = new List<StolenCopy>();

        for (var step = 0; step < 150; step++)
        {
            await life.Step();
            await life.Check();
            if (step % 30 == 29 && File.Exists(storage.DatabasePath))
                copies.Add(storage.Steal());
        }

        await life.End();
        await storage.Host.SweepAsync();
        Assert.NotEmpty(copies);
        foreach (var copy in copies)
        {
            Assert.Equal(0, copy.OpenedBy(StolenCopy.KeysOf(storage.Folder)));
            copy.Dispose();
        }
    }

    private sealed record Kept(string Value, TimeSpan Ends, bool OutlivesRoom, StorageTag Whose);

    private sealed class Life(StorageFixture storage, int seed)
    {
        private readonly Dictionary<string, Kept> _model = [];
        private uint _random = (uint)seed * 2_654_435_769;
        private TimeSpan _now;
        private PluginStore? _store;
        private RoomStore? _room;
        private int _written;

        private PluginStore Store => _store ??= storage.Open("standup", out _room);

        public async Task Step()
        {
            switch (Next(12))
            {
                case 0:
                    await Forget(People[Next(People.Length)]);
                    break;
                case 1:
                    await CloseRoom();
                    break;
                case 2:
                    await Restart();
                    break;
                case 3 or 4:
                    Pass(TimeSpan.FromMinutes(Next(90)));
                    break;
                case 5 or 6:
                    var key = Keys[Next(Keys.Length)];
                    await Store.DeleteAsync(StorageScope.Room, key, StorageFixture.Nobody);
                    _model.Remove(key);
                    break;
                default:
                    await Write();
                    break;
            }
        }

        public async Task Check()
        {
            var alive = _model.Where(entry => entry.Value.Ends > _now).Select(entry => entry.Key).Order(StringComparer.Ordinal);
            Assert.Equal(alive, Store.List(StorageScope.Room, "").Select(entry => entry.Key));
            foreach (var key in Keys)
                Assert.Equal(_model.TryGetValue(key, out var kept) && kept.Ends > _now ? kept.Value : null, await StorageFixture.Read(Store, key));
        }

        public async Task End()
        {
            foreach (var person in People)
                await Forget(person);
            Assert.Empty(_model);
        }

        private async Task Write()
        {
            var minutes = TimeSpan.FromMinutes(1 + Next(120));
            var (retention, ends, outlives) = Next(3) switch
            {
                0 => (StorageRetention.Room, TimeSpan.MaxValue, false),
                1 => (new StorageRetention(true, minutes), _now + minutes, false),
                _ => (new StorageRetention(false, minutes), _now + minutes, true),
            };
            var (key, whose, value) = (Keys[Next(Keys.Length)], People[Next(People.Length)], $"value {++_written}");
            await StorageFixture.Write(Store, key, value, retention, StorageFixture.Label(whose));
            _model[key] = new Kept(value, ends, outlives, whose);
        }

        private async Task Forget(StorageTag person)
        {
            var expected = _model.Where(entry => entry.Value.Whose == person && entry.Value.Ends > _now).Select(entry => entry.Key).ToList();
            await storage.Host.SweepAsync();
            var (count, destroyed) = Store.Forget(SinkKind.StorageRoom, person);
            await destroyed;
            Assert.Equal(expected.Count, count);
            foreach (var key in _model.Where(entry => entry.Value.Whose == person).Select(entry => entry.Key).ToList())
                _model.Remove(key);
        }

        private async Task CloseRoom()
        {
            _ = Store;
            await _room!.CloseAsync();
            RoomIsOver();
        }

        private async Task Restart()
        {
            await storage.Restart(() => Pass(TimeSpan.FromMinutes(Next(60))));
            RoomIsOver();
        }

        private void RoomIsOver()
        {
            _store = null;
            foreach (var key in _model.Where(entry => !entry.Value.OutlivesRoom).Select(entry => entry.Key).ToList())
                _model.Remove(key);
        }

        private void Pass(TimeSpan time)
        {
            storage.Clocks.Pass(time);
            _now += time;
        }

        private int Next(int below)
        {
            _random ^= _random << 13;
            _random ^= _random >> 17;
            _random ^= _random << 5;
            return (int)(_random % (uint)below);
        }
    }
}
