using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using PluginRoom.Host.Plugins.Manifest.Reading;
using PluginRoom.Host.Trust.Policy;

namespace PluginRoom.Host.Trust.Records;

/// <summary>What the operator said by <c>pluginroom block</c>, <c>unblock</c> and <c>accept</c>. Only those commands write the file; a host that runs follows it.</summary>
internal sealed record OperatorOrders
{
    public const string FileName = "orders.json";

    public static OperatorOrders None { get; } = new();

    [Description("Plugins that are ended in every room and cannot be added.")]
    [MaxLength(500)]
    public IReadOnlyList<PluginBlock> Blocked { get; init; } = [];

    [Description("Keys and contents that were accepted by hand.")]
    [MaxLength(500)]
    public IReadOnlyList<Acceptance> Accepted { get; init; } = [];

    public Acceptance? For(string id) => Accepted.FirstOrDefault(accepted => accepted.Id == id);

    /// <summary>Null with errors.</summary>
    public static OperatorOrders? Read(ReadOnlyMemory<byte> file, ErrorList errors) => StrictDocument.Read<OperatorOrders>(file, FileName, errors);
}

/// <summary>What the operator accepts for one plugin although it differs from what was here before.</summary>
internal sealed record Acceptance
{
    public const string Unsigned = "unsigned";

    [Description("The plugin's id.")]
    [StringLength(100, MinimumLength = 3)]
    [RegularExpression(PluginBlock.IdPattern, ErrorMessage = PluginBlock.IdRule)]
    public required string Id { get; init; }

    [Description("Id of the key that may sign it from now on, or unsigned.")]
    [RegularExpression("^(unsigned|[0-9a-f]{64})$", ErrorMessage = "must be unsigned or the id of a key")]
    public string? Key { get; init; }

    [Description("The content of an update that is taken without waiting any longer.")]
    [RegularExpression("^[0-9a-f]{32}$", ErrorMessage = "must be 32 hex digits in lower case")]
    public string? Content { get; init; }
}
