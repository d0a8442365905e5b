using PluginRoom.Host.Vocabulary;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Worker.Tests.Fuzz;

/// <summary>
/// The rules of the gate once more, as slowly and plainly as they can be said: what a call is answered with, what of it the room
/// hears, and how many decisions the ledger counts. No time passes while it looks.
/// </summary>
internal sealed class GateModel(GateShape shape, bool fresh = false)
{
    private readonly HashSet<(DataCategory Category, int Person)> _seen = fresh ? [] : [.. shape.Seen];
    private int _chatsLeft = 10;
    private int _noticesLeft = 3;
    private int _showsLeft = 1000;
    private long _showBytesLeft = 4 << 20;

    /// <summary>Decisions that the ledger has to count.</summary>
    internal long Decisions { get; private set; }

    /// <summary>What each person was sent.</summary>
    internal List<(string Person, string Event, string Text)> Heard { get; } = [];

    /// <summary>The kind of the reply, and for a refusal or a failure its code.</summary>
    internal string Answer(WorkerCall call) => call switch
    {
        ReadRoomCall => Use(Capability.RoomInfoRead) ? "room" : "not-declared",
        ListParticipantsCall => List(),
        SendChatCall chat => Post(chat.Text, 4000, Capability.ChatSend, ref _chatsLeft, "pluginChat"),
        NotifyCall notice => Post(notice.Text, 200, Capability.UiNotification, ref _noticesLeft, "pluginNotification"),
        UndeclaredUseCall attempt => Undeclared(attempt.Capability),
        _ => throw new NotSupportedException(call.ToString()),
    };

    /// <param name="addressee">Null: everyone. Somebody who is not there: nobody.</param>
    internal string Show(string? addressee, ReadOnlySpan<byte> data)
    {
        if (!shape.HasUi)
            return "ui.none";
        if (_showsLeft-- < 1 || (_showBytesLeft -= data.Length) < 0)
            return Decided("limit");
        var verdict = Out(Capability.UiPanel, SinkName.Ui);
        if (verdict == "done")
            Tell("pluginMessage", Convert.ToBase64String(data), addressee);
        return verdict;
    }

    private bool Use(Capability capability)
    {
        Decisions++;
        return shape.Declared.Contains(capability);
    }

    private string List()
    {
        if (!Use(Capability.ParticipantsList))
            return "not-declared";
        var listed = new List<string>();
        for (var person = 0; person < GateShape.People.Length; person++)
        {
            if (!Give(Capability.ParticipantsList, DataCategory.IdentityPseudonym, person))
                continue;
            var named = Give(Capability.ParticipantsProfileRead, DataCategory.IdentityProfile, person);
            listed.Add(named ? GateShape.People[person] : "?");
        }

        return "participants " + string.Join(',', listed);
    }

    private bool Give(Capability capability, DataCategory category, int person)
    {
        var flows = shape.Flows.Keys.Where(flow => flow.Category == category).ToList();
        var allowed = flows.Where(flow => shape.Allowed.Contains((category, flow.Sink, person))).ToList();
        if (!shape.Declared.Contains(capability) || allowed.Count == 0 || flows.Except(allowed).Any(flow => !shape.Flows[flow]))
            return false;
        Decisions++;
        _seen.Add((category, person));
        return true;
    }

    private string Post(string text, int maxLength, Capability capability, ref int left, string eventName)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > maxLength)
            return "text.length";
        if (left == 0)
            return Decided("limit");
        left--;
        var verdict = Out(capability, SinkName.Room);
        if (verdict == "done")
            Tell(eventName, text, null);
        return verdict;
    }

    private string Undeclared(string name)
    {
        if (Capability.All.FirstOrDefault(capability => capability.Name == name) is not { } known || shape.Declared.Contains(known))
            return "call.unknown";
        return Decided("not-declared");
    }

    private string Out(Capability capability, SinkName sink)
    {
        if (!shape.Declared.Contains(capability))
            return Decided("not-declared");
        foreach (var category in _seen.Select(static tag => tag.Category).Distinct().Order())
        {
            if (!shape.Flows.ContainsKey((category, sink)))
                return Decided("label");
            // What frames are shown comes back as input, so the rule at the door holds for them as well.
            var needed = shape.Flows.Keys.Where(flow => flow == (category, sink) || (sink == SinkName.Ui && flow.Category == category && !shape.Flows[flow]));
            if (_seen.Any(tag => tag.Category == category && needed.Any(flow => !shape.Allowed.Contains((category, flow.Sink, tag.Person)))))
                return Decided("not-consented");
        }

        return Decided("done");
    }

    private void Tell(string eventName, string text, string? addressee) => Heard.AddRange(
        GateShape.People.Where(person => addressee is null || person == addressee).Select(person => (person, eventName, text)));

    private string Decided(string verdict)
    {
        Decisions++;
        return verdict;
    }
}
