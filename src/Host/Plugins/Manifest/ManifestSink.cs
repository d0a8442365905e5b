using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace PluginRoom.Host.Plugins.Manifest;

/// <summary>A destination outside the room.</summary>
public sealed record ManifestSink
{
    private const string HttpsUrl = @"^https://[^\s/@?#]+(/[^\s#]*)?$";
    private const string HttpsUrlMessage = "must be an address that starts with https:// and has no user name and no fragment";

    [Description("What flows name it by: sink:<id>.")]
    [StringLength(32)]
    [RegularExpression("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", ErrorMessage = "must be lower case letters, digits and single hyphens, such as summariser")]
    public required string Id { get; init; }

    [Description("Address that requests must start with.")]
    [StringLength(500)]
    [RegularExpression(HttpsUrl, ErrorMessage = HttpsUrlMessage)]
    public required string Url { get; init; }

    [Description("Who runs it.")]
    [StringLength(100, MinimumLength = 1)]
    [RegularExpression(TextForPeople.NamePattern, ErrorMessage = TextForPeople.NameRule)]
    public required string Operator { get; init; }

    [Description("Where it is run (ISO 3166-1 alpha-2).")]
    [RegularExpression("^[A-Z]{2}$", ErrorMessage = "must be a country code of two capital letters, such as DE")]
    public required string Country { get; init; }

    [Description("HTTP methods that the plugin uses.")]
    [MaxLength(6)]
    public IReadOnlyList<SinkMethod> Methods { get; init; } = [SinkMethod.Post];

    [Description("Most bytes that leave in a minute.")]
    [Range(1, 104857600)]
    public int MaxBytesPerMinute { get; init; } = 65536;

    [Description("Address that the host calls when a person takes consent back.")]
    [StringLength(500)]
    [RegularExpression(HttpsUrl, ErrorMessage = HttpsUrlMessage)]
    public string? ErasureUrl { get; init; }
}

public enum SinkMethod
{
    Get,
    Head,
    Post,
    Put,
    Patch,
    Delete,
}
