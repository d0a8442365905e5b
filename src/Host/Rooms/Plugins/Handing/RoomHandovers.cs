using PluginRoom.Host.Rooms.Plugins.Asking;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms.Plugins.Handing;

/// <summary>What people's own pages say about files that they hand to plugins. On the room's queue.</summary>
public sealed class RoomHandovers
{
    private readonly IReadOnlyDictionary<string, RoomPlugin> _plugins;
    private readonly PluginQuestions _questions;

    internal RoomHandovers(IReadOnlyDictionary<string, RoomPlugin> plugins, PluginQuestions questions) =>
        (_plugins, _questions) = (plugins, questions);

    /// <summary>The yes to a question. With the wrong files it stays open, so that others can be chosen.</summary>
    public Outcome<Done> Hand(Participant by, FilesHanded handed)
    {
        if (_questions.Find(by, handed.Id) is not { Draft: { Kind: QuestionDraft.PickFile } draft } question)
            return PluginQuestions.Over;
        return HandedFiles.Problem(handed.Files, draft.MaxFiles, draft.MaxBytes) is { } problem
            ? problem
            : _questions.CarryOut(question, _ => question.Plugin.Picked.Begin(question, handed.Files));
    }

    public Outcome<Done> Take(Participant from, FilePart part) =>
        _plugins.Values.FirstOrDefault(plugin => plugin.Picked.Has(from, part.Id)) is { } plugin
            ? plugin.Picked.Take(from, part)
            : PickedFiles.NotWanted;

    public Outcome<Done> Stop(Participant from, FilesStopped stopped)
    {
        foreach (var plugin in _plugins.Values)
            plugin.Picked.Stop(from, stopped.Id);
        return new Done();
    }

    public Outcome<Done> Show(Participant from, FilesShown shown) =>
        _plugins.TryGetValue(shown.PluginId, out var plugin) ? plugin.Picked.Show(from, shown) : PluginRefusals.NotInRoom;

    internal void Back(Participant participant)
    {
        foreach (var plugin in _plugins.Values)
            plugin.Picked.AskAgain(participant);
    }

    /// <summary>Left, or came back with a page that was reloaded.</summary>
    internal void Forget(Participant gone)
    {
        foreach (var plugin in _plugins.Values)
            plugin.Picked.Forget(gone);
    }
}
