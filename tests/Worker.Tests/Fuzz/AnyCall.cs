using PluginRoom.Host.Vocabulary;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Worker.Tests.Fuzz;

/// <summary>Makes any call that the protocol has, with values that a careful plugin would send and with others.</summary>
internal sealed class AnyCall(Dice dice, IReadOnlyList<string> pseudonyms)
{
    private const int MaxBytes = 256 << 10;

    private static readonly string[] Texts =
    [
        "hello", "", " ", "\0\u0007\u202e\u2028 <script>", new('x', 200), new('x', 201), new('y', 4000), new('y', 4001),
        "\U0001f600 \ufeff \"quoted\" \\ back", new('\u00e4', 3000), "{\"call\":\"chat.send\"}",
    ];

    private static readonly string[] Keys = ["k", "k2", "", "\0", "../../etc", new('k', 128), new('k', 129), new('\u00e4', 65), "\U0001f600"];

    private static readonly long[] Names = [1, 1, 2, 3, 0, -1, long.MaxValue, long.MinValue];

    private static readonly int[] Numbers = [1, 1, 2, 5, 6, 0, -1, 100, 8 << 20, (8 << 20) + 1, int.MaxValue, int.MinValue];

    private static readonly string[] MediaKinds = ["audio", "audio", "video", "screen", "Audio", "", "audio\0"];

    internal static readonly IReadOnlyDictionary<Type, Func<AnyCall, WorkerCall>> Makers = new Dictionary<Type, Func<AnyCall, WorkerCall>>
    {
        [typeof(ReadRoomCall)] = static _ => new ReadRoomCall(),
        [typeof(ListParticipantsCall)] = static _ => new ListParticipantsCall(),
        [typeof(SendChatCall)] = static any => new SendChatCall(any.Text),
        [typeof(NotifyCall)] = static any => new NotifyCall(any.Text),
        [typeof(ReadStoredCall)] = static any => new ReadStoredCall(any.Owner, any.Key),
        [typeof(WriteStoredCall)] = static any => new WriteStoredCall(any.Owner, any.Key, any.Bytes),
        [typeof(DeleteStoredCall)] = static any => new DeleteStoredCall(any.Owner, any.Key),
        [typeof(ListStoredCall)] = static any => new ListStoredCall(any.Owner, any.Key),
        [typeof(FetchCall)] = static any => any.Fetch(),
        [typeof(FetchUploadCall)] = static any => new FetchUploadCall(any._dice.Once(2) ? 0 : any.Name, any.Bytes),
        [typeof(FetchReadCall)] = static any => new FetchReadCall(any.Name),
        [typeof(FetchCloseCall)] = static any => new FetchCloseCall(any.Name),
        [typeof(ReadWebhookCall)] = static _ => new ReadWebhookCall(),
        [typeof(MuteCall)] = static any => new MuteCall(any.Person, any.Text),
        [typeof(RemoveCall)] = static any => new RemoveCall(any.Person, any.Text),
        [typeof(SendAsUserCall)] = static any => new SendAsUserCall(any.Person, any.Text),
        [typeof(ReceiveMediaCall)] = static any => new ReceiveMediaCall(any.Person, any._dice.Of(MediaKinds)),
        [typeof(PublishMediaCall)] = static any => new PublishMediaCall(any._dice.Of(MediaKinds)),
        [typeof(CallPluginCall)] = static any => new CallPluginCall(
            any._dice.Of([GateShape.Id, GateShape.Id, "org.example.none", "", new('p', 5000)]), any._dice.Of([GateShape.Method, "other", ""]), any.Bytes),
        [typeof(AnswerPluginCall)] = static any => new AnswerPluginCall(any.Name, any._dice.Once(2) ? null : any.Bytes),
        [typeof(PickFilesCall)] = static any => any.Pick(),
        [typeof(ReadPickedCall)] = static any => new ReadPickedCall(any.Name, any._dice.Once(2) ? 0 : any.Number, any._dice.Once(2) ? 0 : any.Number),
        [typeof(ClosePickedCall)] = static any => new ClosePickedCall(any.Name),
        [typeof(UndeclaredUseCall)] = static any => new UndeclaredUseCall(any._dice.Once(3) ? any._dice.Of(["no.such", "", "\0"]) : any._dice.Of(Capability.All).Name),
    };

    private static readonly Type[] Types = [.. Makers.Keys];

    /// <summary>Calls whose answer depends on what was called before, perhaps by another process; of those that remain any order and any past is the same.</summary>
    private static readonly Type[] Remembering = [typeof(StoreCall), typeof(AskCall), typeof(ReceiveMediaCall)];

    internal static bool Remembers(Type call) => Remembering.Any(kind => kind.IsAssignableFrom(call));

    private readonly Dice _dice = dice;
    private readonly IReadOnlyList<string> _pseudonyms = pseudonyms;

    private string Text => _dice.Of(Texts);

    private string Key => _dice.Once(3) ? _dice.Of(Keys) : _dice.Of(["k", "k2"]);

    private long Name => _dice.Of(Names);

    private int Number => _dice.Of(Numbers);

    private string Person => _dice.Once(6) ? _dice.Of(["nobody", "", "\0", new('p', 5000), _pseudonyms[0].ToLowerInvariant()]) : _dice.Of(_pseudonyms);

    private string? Owner => _dice.Once(2) ? null : Person;

    private byte[] Bytes => _dice.Once(40) ? new byte[_dice.Of([MaxBytes, MaxBytes + 1])] : _dice.Bytes(_dice.Below(40));

    /// <summary>Any that the protocol has, or with <paramref name="mayRemember"/> false any that does not remember.</summary>
    internal WorkerCall Next(bool mayRemember)
    {
        while (true)
            if (_dice.Of(Types) is var type && (mayRemember || !Remembers(type)))
                return Makers[type](this);
    }

    private FetchCall Fetch() => new(
        _dice.Once(6) ? _dice.Of(["", "other", "\0"]) : GateShape.SinkId,
        _dice.Once(4) ? _dice.Of(["DELETE", "", "GET\r\nX: y", "7"]) : _dice.Of(["GET", "POST"]),
        _dice.Once(4) ? _dice.Of(["..", "/", "a//b", "%2e%2e/", "\0", "a?b", new('p', 3000)]) : _dice.Of(NetModel.GoodPaths),
        _dice.Once(6) ? _dice.Of(["#", "%", "\0", new('q', 5000)]) : _dice.Of(NetModel.GoodQueries),
        _dice.Once(2) ? [] : [new(_dice.Once(3) ? _dice.Of(["cookie", "", "host", "x-http-method-override"]) : _dice.Of(NetModel.GoodHeaders), "text/plain")],
        _dice.Once(3) ? Name : 0);

    private PickFilesCall Pick() => new(
        Person,
        _dice.Of<string[]>([[], [], ["image"], ["image", "text"], ["image", "image"], ["anything"], [""]]),
        _dice.Once(2) ? 8 << 20 : Number,
        _dice.Once(2) ? 1 : Number);
}
