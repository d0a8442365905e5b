using PluginRoom.Host.Rooms;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Protocol.Client;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Tests.Properties;

/// <summary>
/// A plugin asks, and a person says yes one step later, when much may have changed: a line to say in their name, files of theirs, or, of a
/// moderator, that they are muted. Whoever was not asked says yes as well, and that counts for nothing.
/// </summary>
internal sealed class AskPlay(GateWorld world, GateStep step, int subject)
{
    private readonly GateModel _model = world.Model;
    private readonly object _question = new();
    private Task<CallReply> _reply = null!;
    private PluginQuestion? _shown;
    private int _asked;

    private string Capability => (step.Detail % 3) switch
    {
        0 => "chat.sendAsUser",
        1 => "files.pick",
        _ => "moderation.mute",
    };

    private Tag File => new(DataCategory.ContentFile, subject);

    private PluginModel Plugin => _model.Plugins[step.Plugin];

    public async Task Ask(Action<GateStep, bool, bool> expect)
    {
        // One that another plugin asked at the step before is over by that.
        await world.LetQuestionsEnd();
        world.Questions.Clear();
        foreach (var plugin in _model.Plugins)
            plugin.Question = null;
        var (worker, pseudonym) = (world.WorkerOf(step.Plugin), world.PseudonymOf(step.Plugin, step.Person));
        var said = Marks.All(worker.Seen) + ".";
        _asked = Capability == "moderation.mute" ? _model.Present.Min : subject;
        var shows = Goes(wasAsked: false) && (Capability != "moderation.mute" || (_asked != subject && _model.AllowsAnything(step.Plugin, subject)));
        _reply = worker.AskAsync(Capability switch
        {
            "chat.sendAsUser" => new SendAsUserCall(pseudonym, said),
            "files.pick" => new PickFilesCall(pseudonym, [], Marks.Bytes([File]).Length, 1),
            _ => new MuteCall(pseudonym, said),
        });
        await world.Settle();
        _shown = world.Questions.Values.Select(each => each.Question).SingleOrDefault();
        expect(step, shows, _shown is not null);
        if (shows)
            Plugin.Question = _question;
        world.Check($"{step}: somebody else was asked.", world.Questions.Values.All(each => world.Seats[each.Seat]?.Subject == _asked));
    }

    public async Task Answer(Action<GateStep, bool, bool> expect)
    {
        if (_shown is null)
            return;
        foreach (var other in world.Seats.OfType<(Participant Person, int Subject)>().Where(other => other.Subject != _asked))
            world.Check($"{step}: somebody who was not asked said yes.", await SayYes(other.Person) is not null);
        if (world.Seats.OfType<(Participant Person, int Subject)>().FirstOrDefault(seat => seat.Subject == _asked).Person is not { } asked)
            return;
        var isOpen = Plugin.Question == _question;
        var goes = isOpen && Goes(wasAsked: true);
        // It may have asked somebody else meanwhile.
        if (isOpen)
            Plugin.Question = null;
        if (goes && Capability == "files.pick")
            Plugin.Worker.Add(File);
        var passed = await SayYes(asked) is null;
        if (passed && Capability == "chat.sendAsUser")
            world.Arrived(step.Plugin, "room", Marks.In(_shown.Text));
        expect(step, goes, passed);
        if (passed && await _reply is FilesPicked picked)
            expect(step, true, await world.WorkerOf(step.Plugin).AskAsync(new ReadPickedCall(picked.Pick, 0, 0)) is PickedPart);
    }

    private bool Goes(bool wasAsked) => world.Shapes[step.Plugin].Declares(Capability) && Capability switch
    {
        "files.pick" => _model.MayEnter(step.Plugin, File),
        "moderation.mute" => _model.MayLeave(step.Plugin, Plugin.Worker, "room")
            && (!wasAsked || (_model.Present.Contains(subject) && _model.AllowsAnything(step.Plugin, subject))),
        _ => _model.MayLeave(step.Plugin, Plugin.Worker, "room"),
    };

    private async Task<HubError?> SayYes(Participant by) => (await world.Do(plugins => Capability == "files.pick"
        ? plugins.Handovers.Hand(by, new FilesHanded(_shown!.Id, [new HandedFile("file", "text/plain", Marks.Bytes([File]).Length)]))
        : plugins.AnswerQuestion(by, new QuestionAnswer(_shown!.Id, Allow: true)))).Error;
}
