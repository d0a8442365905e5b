using Microsoft.Extensions.Logging.Abstractions;
using PluginRoom.Host.Storage;
using PluginRoom.Host.Tests.Properties;
using PluginRoom.Host.Vocabulary;
using Xunit;

namespace PluginRoom.Host.Tests.Rooms.Plugins;

/// <summary>Histories in which something once arrived where it should not have, or stayed.</summary>
public sealed class GateHistoryTests : IDisposable
{
    private static readonly FlowShape ToSink = new(DataCategory.ContentChat, "sink:api", Optional: false);
    private static readonly FlowShape ToRoom = new(DataCategory.ContentChat, "room", Optional: false);
    private static readonly FlowShape ToUi = new(DataCategory.ContentChat, "ui", Optional: false);
    private static readonly FlowShape ToStore = new(DataCategory.ContentChat, "storage.room", Optional: false);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gate");
    private readonly HostStorage _storage;

    public GateHistoryTests()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, GateWorld.PolicyFile), "Nothing is kept.");
        _storage = new(_folder.FullName, new StorageLimits(), new FakeTime(), NullLogger.Instance);
    }

    public void Dispose()
    {
        _storage.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public Task What_a_process_says_after_its_plugin_was_taken_out_goes_nowhere() =>
        Holds(ToSink, ToRoom, ToUi).And(StepKind.AllowAll).And(StepKind.Chat).And(StepKind.ReAdd).Play();

    [Fact]
    public Task What_the_process_of_a_version_before_says_after_the_switch_goes_nowhere() =>
        // Nobody has to be asked about the capability that is gone, once they have answered at all; their choices hold for the same words.
        Holds(ToSink, ToRoom, ToUi).And(StepKind.AllowAll).And(StepKind.Chat).And(StepKind.Update, 1).And(StepKind.Answer, 3).And(StepKind.Offer).Play();

    [Fact]
    public Task What_was_stored_goes_with_a_permission_that_an_answer_to_an_update_leaves_open() =>
        Holds(ToStore).And(StepKind.AllowAll).And(StepKind.Chat).And(StepKind.Write, 3).And(StepKind.Update, 1).And(StepKind.Answer, 2)
            .And(StepKind.AllowAll).And(StepKind.Read, 3).Play();

    [Fact]
    public Task What_a_version_before_knew_of_a_person_holds_nobody_up_when_they_take_the_rest_back()
    {
        var history = Holds(ToStore, ToRoom);
        var next = history.Case.Plugins[0][1] with { Flows = [ToRoom] };
        return (history with { Case = history.Case with { Plugins = [[history.Case.Plugins[0][0], next], history.Case.Plugins[1]] } })
            .And(StepKind.AllowAll).And(StepKind.Chat).And(StepKind.Delete, 3).And(StepKind.Update, 1).And(StepKind.Answer, 1).And(StepKind.Read, 3).Play();
    }

    private History Holds(params FlowShape[] flows)
    {
        var first = new PluginShape(0, 1, ["ui.panel", "chat.read", "chat.send", "net.fetch", "files.offer", "storage.room", "media.publish"], flows, IsCallable: false);
        var next = first with { Version = 2, Capabilities = [.. first.Capabilities.SkipLast(1)] };
        return new(new GateCase([[first, next], [new(1, 1, [], [], IsCallable: false)]], []), _storage, _folder.FullName);
    }

    /// <summary>What the first plugin and the first person do, step by step.</summary>
    private sealed record History(GateCase Case, HostStorage Storage, string Folder)
    {
        public History And(StepKind kind, int detail = 0) =>
            this with { Case = Case with { Steps = [.. Case.Steps, new GateStep(kind, 0, 0, detail)] } };

        public async Task Play() => Assert.Null((await GatePlay.Through(Case, Storage, Folder)).Breach);
    }
}
