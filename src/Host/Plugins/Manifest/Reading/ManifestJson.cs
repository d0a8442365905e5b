using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Plugins.Manifest.Reading;

/// <summary>How the records of a manifest look as JSON; the reader and the schema share it.</summary>
internal static class ManifestJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    public static JsonTypeInfo Root => Options.GetTypeInfo(typeof(PluginManifest));

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
            Converters =
            {
                new WordConverter<Capability>(Capability.Find, capability => capability.Name),
                new WordConverter<DataCategory>(text => Known(DataCategories.Parse(text)), category => category.Name()),
                new WordConverter<Purpose>(text => Known(Purposes.Parse(text)), purpose => purpose.Name()),
                new WordConverter<SinkName>(text => Known(SinkName.Parse(text)), sink => sink.ToString()),
                new WordConverter<Retention>(text => Known(Retention.Parse(text)), retention => retention.ToString()),
                new WordConverter<UiSlot>(Enumeration<UiSlot>, slot => slot.Name()),
                new WordConverter<UiMode>(Enumeration<UiMode>, mode => mode.Name()),
                new WordConverter<ServerRuntime>(text => Known(ServerRuntimes.Parse(text)), runtime => runtime.Name()),
                new WordConverter<SinkMethod>(Enumeration<SinkMethod>, method => method.ToString().ToUpperInvariant()),
            },
        };
        options.MakeReadOnly();
        return options;
    }

    private static T Known<T>(T? value)
        where T : struct => value ?? throw new JsonException();

    private static T Enumeration<T>(string text)
        where T : struct, Enum => Enum.Parse<T>(text, ignoreCase: true);

    // Only reads what the shape check has passed.
    private sealed class WordConverter<T>(Func<string, T?> read, Func<T, string> name) : JsonConverter<T>
    {
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => read(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(name(value));
    }
}
