using PluginRoom.Plugins.Whiteboard;
using PluginRoom.Sdk.Testing;
using Xunit;

namespace PluginRoom.Whiteboard.Tests;

public sealed class WhiteboardPluginTests : IAsyncLifetime
{
    private const byte Document = 0x41, Compact = 0x42, Full = 0x43, Refused = 0x44;
    private const int Limit = 8 * 1024 * 1024;

    private readonly FakeRoom _room = FakeRoom.FromManifest(Path.Combine(AppContext.BaseDirectory, "plugin.json"));
    private readonly FakeTime _time = new();
    private readonly WhiteboardPlugin _board;

    public WhiteboardPluginTests() => _board = new(_time);

    public async ValueTask InitializeAsync() => await _room.StartAsync(_board);

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task Whoever_comes_later_gets_every_update_in_order()
    {
        var ana = await OpenAsync("Ana");
        await ana.UpdateAsync(1, 2, 3);
        await ana.UpdateAsync(4);

        var ben = await OpenAsync("Ben");
        await ben.HelloAsync();

        var (type, through, updates) = ben.ReceiveOne();
        Assert.Equal((Document, 2L), (type, through));
        Assert.Equal([[1, 2, 3], [4]], updates);
        Assert.Empty(ana.Receive());
    }

    [Fact]
    public async Task The_first_one_gets_an_empty_document()
    {
        var ana = await OpenAsync("Ana");
        await ana.HelloAsync();

        Assert.Empty(ana.ReceiveOne().Updates);
    }

    [Fact]
    public async Task A_person_who_does_not_allow_drawing_leaves_nothing_here()
    {
        var person = await _room.JoinAsync("Cleo");
        await new Frame(_room, person).UpdateAsync(1, 2, 3);

        Assert.Equal(0, _board.Bytes);
    }

    [Fact]
    public async Task A_large_document_arrives_in_messages_that_the_transport_takes()
    {
        var ana = await OpenAsync("Ana");
        var large = Enumerable.Range(0, 1_000_000).Select(i => (byte)i).ToArray();
        await ana.UpdateAsync(large);

        var ben = await OpenAsync("Ben");
        await ben.HelloAsync();

        Assert.Equal(large, Assert.Single(ben.ReceiveOne().Updates));
    }

    [Fact]
    public async Task After_many_updates_one_frame_is_asked_for_a_snapshot_that_takes_their_place()
    {
        var ana = await OpenAsync("Ana");
        await ana.HelloAsync();
        ana.Receive();
        await UpdateTimesAsync(ana, 501);

        var (type, through, updates) = ana.ReceiveOne();
        Assert.Equal((Compact, 501L, 501), (type, through, updates.Count));

        await ana.SnapshotAsync(501, 9, 9);
        Assert.Equal((1, 2), (_board.Updates, _board.Bytes));
    }

    [Fact]
    public async Task What_arrives_while_a_snapshot_is_made_is_kept_beside_it()
    {
        var (ana, ben) = (await OpenAsync("Ana"), await OpenAsync("Ben"));
        await ana.HelloAsync();
        ana.Receive();
        await UpdateTimesAsync(ben, 501);
        await ben.UpdateAsync(7, 7, 7);

        await ana.SnapshotAsync(ana.ReceiveOne().Number, 9, 9);
        var late = await OpenAsync("Late");
        await late.HelloAsync();

        Assert.Equal([[9, 9], [7, 7, 7]], late.ReceiveOne().Updates);
    }

    [Fact]
    public async Task A_frame_that_is_asked_first_gets_only_what_it_may_lack()
    {
        var (ana, ben) = (await OpenAsync("Ana"), await OpenAsync("Ben"));
        await UpdateTimesAsync(ben, 100);
        await ana.HelloAsync();
        ana.Receive();
        await UpdateTimesAsync(ben, 401);

        Assert.Equal(401, ana.ReceiveOne().Updates.Count);
    }

    [Fact]
    public async Task A_frame_that_does_not_answer_is_passed_over()
    {
        var (ana, ben) = (await OpenAsync("Ana"), await OpenAsync("Ben"));
        await ana.HelloAsync();
        await ben.HelloAsync();
        ben.Receive();
        await UpdateTimesAsync(ben, 501);
        Assert.Empty(ben.Receive());

        _time.Pass(TimeSpan.FromSeconds(16));
        await ben.UpdateAsync(1);
        var asked = ben.ReceiveOne();
        await ben.SnapshotAsync(asked.Number, 5);

        Assert.Equal((Compact, 502L), (asked.Type, asked.Number));
        Assert.Equal(1, _board.Updates);
    }

    [Fact]
    public async Task A_snapshot_from_a_frame_that_reloaded_meanwhile_is_not_taken()
    {
        var ana = await OpenAsync("Ana");
        await ana.HelloAsync();
        await UpdateTimesAsync(ana, 501);
        _time.Pass(TimeSpan.FromSeconds(2));
        await ana.HelloAsync();
        ana.Receive();

        await ana.SnapshotAsync(501, 9);

        Assert.Equal(Refused, ana.ReceiveOne().Type);
        Assert.Equal(501, _board.Updates);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(500)]
    [InlineData(9_000_000_000_000_000)]
    public async Task A_snapshot_that_nobody_asked_for_replaces_nothing(long through)
    {
        var (ana, ben) = (await OpenAsync("Ana"), await OpenAsync("Ben"));
        await ana.HelloAsync();
        await UpdateTimesAsync(ana, 501);

        await ben.SnapshotAsync(501, 9);
        await ana.SnapshotAsync(through, 9);

        Assert.Equal(501, _board.Updates);
    }

    [Fact]
    public async Task A_full_board_says_so_and_keeps_what_it_has()
    {
        var ana = await OpenAsync("Ana");
        await ana.UpdateAsync(new byte[Limit - 10]);
        await ana.UpdateAsync(new byte[11]);

        var (type, limit, _) = ana.ReceiveOne();
        Assert.Equal((Full, (long)Limit), (type, limit));
        Assert.Equal(Limit - 10, _board.Bytes);
    }

    [Fact]
    public async Task A_full_board_has_room_again_after_a_snapshot()
    {
        var ana = await OpenAsync("Ana");
        await ana.HelloAsync();
        ana.Receive();
        await ana.UpdateAsync(new byte[Limit - 10]);
        var asked = ana.ReceiveOne();
        await ana.UpdateAsync(new byte[11]);
        await ana.SnapshotAsync(asked.Number, new byte[1000]);

        await ana.UpdateAsync(new byte[500]);

        Assert.Equal(1500, _board.Bytes);
    }

    [Fact]
    public async Task A_snapshot_larger_than_the_bound_replaces_nothing()
    {
        var ana = await OpenAsync("Ana");
        await ana.HelloAsync();
        await UpdateTimesAsync(ana, 500);
        await ana.UpdateAsync(new byte[Limit - 600]);
        await ana.UpdateAsync(new byte[50]);
        var asked = ana.Receive()[^1];

        await ana.SnapshotAsync(501, new byte[Limit - 20]);

        Assert.Equal(Compact, asked[0]);
        Assert.Equal(502, _board.Updates);
        Assert.Equal(Refused, ana.ReceiveOne().Type);
    }

    [Fact]
    public async Task Garbage_is_refused_and_the_board_lives_on()
    {
        var (mallory, ana) = (await OpenAsync("Mallory"), await OpenAsync("Ana"));
        foreach (var example in WireExamples.Of("malformedToServer"))
        {
            await mallory.Person.SendUiAsync(example.Bytes());
            Assert.Equal((Refused, 1L), (mallory.Receive() is [var answer] ? answer[0] : (byte)0, 1L));
        }

        await ana.UpdateAsync(1);
        Assert.Equal(1, _board.Bytes);
    }

    [Fact]
    public async Task Random_bytes_never_throw_and_never_hold_more_than_the_bound()
    {
        var mallory = await OpenAsync("Mallory");
        var random = new Xorshift(20261122);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = random.Bytes(random.Next(24));
            if (bytes.Length > 0 && i % 2 == 0)
                bytes[0] = 0x7f;
            await mallory.Person.SendUiAsync(bytes);
        }

        Assert.InRange(_board.Bytes, 0, Limit);
    }

    [Fact]
    public async Task Unfinished_transfers_of_many_people_are_bounded_together()
    {
        var first = new byte[200_000];
        WireExamples.Hex("7f 01 00 ff ff 01").CopyTo(first, 0);
        var refused = 0;
        for (var person = 0; person < 6; person++)
        {
            var frame = await OpenAsync($"P{person}");
            await frame.Person.SendUiAsync(first);
            for (var index = 1; index < 40; index++)
                await frame.Person.SendUiAsync((byte[])[0x7f, 1, (byte)index, 0xff, 0xff, 1, .. new byte[199_990]]);
            refused += frame.Receive().Count(answer => answer[0] == Refused);
        }

        // 6 x 40 x 200 kB = 48 MB were offered; 16 MiB and what three people had begun before that are taken.
        Assert.True(refused >= 3 * 40, $"{refused} parts were refused");
    }

    [Fact]
    public async Task Somebody_who_asks_again_and_again_is_told_to_wait()
    {
        var ana = await OpenAsync("Ana");
        await ana.HelloAsync();
        await ana.HelloAsync();
        Assert.Equal([Document, Refused], ana.Receive().Select(answer => answer[0]));

        _time.Pass(TimeSpan.FromSeconds(1));
        await ana.HelloAsync();
        Assert.Equal(Document, ana.ReceiveOne().Type);
    }

    private async Task<Frame> OpenAsync(string name)
    {
        var person = await _room.JoinAsync(name);
        await person.AllowAsync("plugin.input");
        return new Frame(_room, person);
    }

    private static async Task UpdateTimesAsync(Frame frame, int times)
    {
        for (var i = 0; i < times; i++)
            await frame.UpdateAsync(1);
    }
}
