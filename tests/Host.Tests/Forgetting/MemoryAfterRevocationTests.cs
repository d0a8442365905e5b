using System.Threading.Channels;
using PluginRoom.Host.Rooms;
using PluginRoom.Host.Tests.Egress;
using PluginRoom.Host.Tests.Rooms.Plugins;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Forgetting;

/// <summary>
/// What a person said is handed to a plugin that does everything with it that it may; then they take it back. Real processes: the host,
/// its sandboxed worker, a sink with TLS.
/// </summary>
public sealed class MemoryAfterRevocationTests : IAsyncLifetime
{
    private const string Plugin = "test.pluginroom.gossip";
    private readonly ThrowAwayAuthority _authority = new();
    private readonly Channel<string> _sent = Channel.CreateUnbounded<string>();
    private readonly string _folder = Directory.CreateTempSubdirectory("pluginroom-forget-").FullName;
    private SinkServer _sink = null!;
    private HostProcess _host = null!;

    public async ValueTask InitializeAsync()
    {
        _sink = await SinkServer.Start(_authority.Issue("localhost"), async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            await _sent.Writer.WriteAsync($"{context.Request.Path} {await reader.ReadToEndAsync()}");
        });
        var roots = Path.Combine(_folder, "roots.pem");
        await File.WriteAllTextAsync(roots, _authority.Roots[0].ExportCertificatePem());
        GossipPlugin.Write(Path.Combine(_folder, "plugins", "Gossip"), _sink.Port);
        _host = await HostProcess.Start(
            ["--plugins", Path.Combine(_folder, "plugins"), "--data", Path.Combine(_folder, "data"), "--egress-allow", "127.0.0.1,::1"],
            ("SSL_CERT_FILE", roots));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _sink.DisposeAsync();
        _authority.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Nothing_of_what_was_said_is_left_in_the_host_in_the_new_process_or_in_any_file()
    {
        var (said, typed) = (NewMarker(), NewMarker());
        await using var ada = await Browser.Connect(_host.Address);
        await using var ben = await Browser.Connect(_host.Address);
        await ada.Join("forgetting", "Ada");
        await ben.Join("forgetting", "Ben");
        var plugin = await PluginRoomFixture.Add(ada, Plugin);
        await PluginRoomFixture.Choose(ada, plugin, "content.chat", "allow");
        await PluginRoomFixture.Choose(ada, plugin, "plugin.input", "allow");

        await Gossip(ada, ben, plugin.Id, said, typed);
        var before = ProcessMemory.Below(_host.Id);
        Assert.NotEmpty(before.SelectMany(process => ProcessMemory.Find(process, MarkerForms.Of(said))));
        Assert.NotEmpty(before.SelectMany(process => ProcessMemory.Find(process, MarkerForms.Of(typed))));

        var receipt = await TakeBack(ada, plugin);

        Assert.True(receipt.WorkerEnded);
        Assert.Equal(4, receipt.ValuesDeleted);
        await PluginRoomFixture.State(ada, "restarting");
        await PluginRoomFixture.State(ada, "running");
        var after = ProcessMemory.Below(_host.Id);
        Assert.Empty(after.Intersect(before));
        Assert.NotEmpty(after);
        byte[][] forms = [.. MarkerForms.Of(said), .. MarkerForms.Of(typed)];
        Assert.Equal([], ProcessMemory.Find(_host.Id, forms));
        Assert.Equal([], after.SelectMany(process => ProcessMemory.Find(process, forms)));
        Assert.Equal([], FilesWith(forms));

        // The search does find what is kept: the same way, in the same process.
        var control = NewMarker();
        await _host.Keep(control);
        Assert.NotEmpty(ProcessMemory.Find(_host.Id, MarkerForms.Of(control)));
    }

    /// <summary>Until it is stored for the room and for the person, has arrived at the sink, and stands in everybody's window.</summary>
    private async Task Gossip(Browser ada, Browser ben, string plugin, string said, string typed)
    {
        Assert.Null((await ada.Call<Done>("DeliverChat", new ChatDelivery([plugin], "m1", Text(said)))).Error);
        await Heard(ada, ben, said);
        Assert.Null((await PluginRoomFixture.Type(ada, plugin, Text(typed))).Error);
        await Heard(ada, ben, typed);
    }

    /// <summary>Long, and with letters and quotes that JSON escapes: what writers and readers do then takes other buffers.</summary>
    private static string Text(string marker) =>
        string.Concat(Enumerable.Repeat("Gr\u00fc\u00dfe & \u201eZitate\u201c \"so\"\n", 20)) + marker + new string('\u00e9', 300) + marker;

    private async Task Heard(Browser ada, Browser ben, string marker)
    {
        Assert.Contains(marker, await _sent.Reader.ReadAsync().AsTask().WaitAsync(Browser.Deadline), StringComparison.Ordinal);
        Assert.Contains(marker, await PluginRoomFixture.Shown(ada), StringComparison.Ordinal);
        Assert.Contains(marker, await PluginRoomFixture.Shown(ben), StringComparison.Ordinal);
    }

    private static async Task<RevocationReceipt> TakeBack(Browser person, RoomPluginView plugin)
    {
        var all = plugin.Flows.Select(flow => new FlowChoice(flow.Key, "refuse")).ToList();
        Assert.Null((await person.Call<ConsentView>("Decide", new ConsentRequest(plugin.Id, all))).Error);
        while (true)
        {
            var receipt = await person.Hear<RevocationReceipt>(RoomEvents.Receipt);
            if (receipt.State == "forgotten")
                return receipt;
        }
    }

    private IEnumerable<string> FilesWith(IReadOnlyList<byte[]> forms)
    {
        // The lock is empty, and cannot be opened by anybody else.
        var files = new DirectoryInfo(Path.Combine(_folder, "data")).GetFiles("*", SearchOption.AllDirectories).Where(file => file.Length > 0).ToList();
        Assert.Contains(files, file => file.Name == "storage.db");
        Assert.Contains(files, file => file.Name == "storage.keys");
        return files.Select(file => file.FullName).Where(file => forms.Any(form => ProcessMemory.In(Read(file), form).Any()));
    }

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string NewMarker() => "heron" + Guid.NewGuid().ToString("N");
}
