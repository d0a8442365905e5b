using PluginRoom.Host.Broker;
using PluginRoom.Host.Consent;
using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Host.Plugins.Manifest.Versions;
using PluginRoom.Host.PluginUi.Addresses;
using PluginRoom.Host.Rooms.Plugins.Purposes;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms.Plugins.Updates;

/// <summary>Another version of a plugin in this room, and what people have answered for it so far. On the room's queue.</summary>
internal sealed class PendingUpdate : IDisposable
{
    private readonly Dictionary<string, IReadOnlyList<(int Flow, ConsentChoice Choice)>> _answers = [];
    private readonly FlowTable _flows;
    private readonly bool _isOlder;
    private readonly IDisposable? _hold;

    public PendingUpdate(InstalledPlugin running, InstalledPlugin installed, IReadOnlyList<UpdateChange> changes)
    {
        (Installed, Changes) = (installed, changes);
        _flows = installed.Manifest.ToFlowTable();
        _isOlder = SemanticVersion.Parse(installed.Manifest.Version) < SemanticVersion.Parse(running.Manifest.Version);
        // A further update may take this one out of the catalog while it waits.
        _hold = installed.Hold();
    }

    public InstalledPlugin Installed { get; }

    public IReadOnlyList<UpdateChange> Changes { get; }

    /// <summary>How many people had still to answer when everybody was told last.</summary>
    public int Unanswered { get; set; }

    public bool IsAnsweredBy(Participant participant) => _answers.ContainsKey(participant.Id);

    /// <summary>Null when it was taken; else what is wrong with it.</summary>
    public HubError? Take(Participant participant, IReadOnlyList<FlowChoice> answer, RoomPurposes purposes)
    {
        var choices = new List<(int Flow, ConsentChoice Choice)>();
        foreach (var (key, name) in answer)
        {
            var flow = _flows.IndexOf(key);
            if (flow < 0)
                return PluginRefusals.FlowUnknown;
            if (ConsentChoices.Parse(name) is not { } choice)
                return Refusals.Malformed("\"choice\" is \"allow\", \"refuse\" or \"unset\".");
            if (choice == ConsentChoice.Allow && purposes.IsOff(_flows.Flows[flow].Purpose))
                return PluginRefusals.PurposeOff;
            choices.Add((flow, choice));
        }

        _answers[participant.Id] = choices;
        return null;
    }

    /// <summary>Whoever allowed something for this purpose has not, any more.</summary>
    public void SwitchOff(Purpose purpose)
    {
        var off = _flows.FlowsFor(purpose);
        foreach (var (id, choices) in _answers.ToList())
            _answers[id] = [.. choices.Where(each => (off >> each.Flow & 1) == 0)];
    }

    /// <summary>They have left, and what they would have said concerns nobody here.</summary>
    public void Forget(Participant participant) => _answers.Remove(participant.Id);

    /// <summary>By people who are here.</summary>
    public IEnumerable<(Participant Participant, IReadOnlyList<(int Flow, ConsentChoice Choice)> Choices)> Answers(Room room) =>
        room.Participants.Where(IsAnsweredBy).Select(participant => (participant, _answers[participant.Id]));

    public UpdateAnswerView? AnswerOf(Participant participant) => _answers.TryGetValue(participant.Id, out var choices)
        ? new UpdateAnswerView(Installed.ContentHash, [.. choices.Select(choice => new FlowChoice(_flows.Flows[choice.Flow].Key, choice.Choice.Name()))])
        : null;

    public PluginUpdateView View(PluginUiAddresses addresses)
    {
        var manifest = Installed.Manifest;
        return new PluginUpdateView(
            Installed.ContentHash,
            manifest.Name,
            manifest.Version,
            _isOlder,
            Installed.Trust,
            manifest.Publisher.Name,
            manifest.Publisher.Contact,
            addresses.PrivacyPolicyUrlFor(Installed),
            RoomPluginViews.Capabilities(manifest),
            RoomPluginViews.Flows(manifest, _flows),
            RoomPluginViews.Sinks(manifest),
            Changes,
            Unanswered);
    }

    public void Dispose() => _hold?.Dispose();
}
