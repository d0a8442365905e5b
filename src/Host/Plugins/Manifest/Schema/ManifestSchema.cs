using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using PluginRoom.Host.Plugins.Manifest.Reading;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Plugins.Manifest.Schema;

/// <summary>
/// plugin-manifest.schema.json (JSON Schema 2020-12), from the same records and attributes that the reader goes by. Editors
/// check by it; the rules between values are the reader's alone.
/// </summary>
internal static class ManifestSchema
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Text()
    {
        var exported = ManifestJson.Options.GetJsonSchemaAsNode(typeof(PluginManifest), new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = Complete,
        }).AsObject();
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "PluginRoom plugin manifest",
        };
        foreach (var (name, value) in exported.ToList())
        {
            exported.Remove(name);
            schema[name] = value;
        }

        schema["anyOf"] = new JsonArray(Required("server"), Required("ui"));
        return schema.ToJsonString(Layout) + "\n";
    }

    private static JsonObject Complete(JsonSchemaExporterContext context, JsonNode node)
    {
        var schema = Word.For(context.TypeInfo.Type) is { } word ? Of(word) : node.AsObject();
        var complete = new JsonObject();
        if (context.PropertyInfo is { } described && ValueCheck.Find<DescriptionAttribute>(described) is { } description)
            complete["description"] = description.Description;
        foreach (var (name, value) in schema.ToList())
        {
            schema.Remove(name);
            // The exporter allows null wherever the record does; in a manifest the field is left out instead.
            complete[name] = name == "type" && value is JsonArray types ? types[0]!.DeepClone() : value;
        }

        if (context.PropertyInfo is { } property)
            Bound(complete, property);
        if (context.TypeInfo.Kind == JsonTypeInfoKind.Object)
            complete["additionalProperties"] = false;
        if (context.TypeInfo.Type == typeof(ManifestCapability))
            NeedReasons(complete);
        if (context.TypeInfo.Type == typeof(ManifestFlow))
            NeedToBeOptional(complete);
        return complete;
    }

    private static JsonObject Of(Word word)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (word.Pattern is { } pattern)
            schema["pattern"] = pattern;
        else
            schema["enum"] = Names(word.Names);
        return schema;
    }

    private static void Bound(JsonObject schema, JsonPropertyInfo property)
    {
        if (ValueCheck.Find<StringLengthAttribute>(property) is { } length)
        {
            if (length.MinimumLength > 0)
                schema["minLength"] = length.MinimumLength;
            schema["maxLength"] = length.MaximumLength;
        }

        if (property.PropertyType == typeof(string))
            schema["pattern"] = ValueCheck.Find<RegularExpressionAttribute>(property)?.Pattern ?? TextForPeople.Pattern;
        if (ValueCheck.Find<MaxLengthAttribute>(property) is { } items)
            schema["maxItems"] = items.Length;
        if (ValueCheck.Find<RangeAttribute>(property) is { } range)
            (schema["minimum"], schema["maximum"]) = ((int)range.Minimum, (int)range.Maximum);
    }

    private static void NeedReasons(JsonObject schema)
    {
        var risky = Capability.All.Where(capability => capability.Risk >= CapabilityRisk.Medium).Select(capability => capability.Name);
        schema["if"] = new JsonObject { ["properties"] = new JsonObject { ["name"] = new JsonObject { ["enum"] = Names(risky) } } };
        schema["then"] = Required("reason");
    }

    private static void NeedToBeOptional(JsonObject schema)
    {
        var off = Names(Purposes.OffAtFirst.Select(purpose => purpose.Name()));
        schema["if"] = new JsonObject { ["properties"] = new JsonObject { ["purpose"] = new JsonObject { ["enum"] = off } } };
        schema["then"] = new JsonObject
        {
            ["properties"] = new JsonObject { ["optional"] = new JsonObject { ["const"] = true } },
            ["required"] = new JsonArray("optional"),
        };
    }

    private static JsonObject Required(string name) => new() { ["required"] = new JsonArray(name) };

    private static JsonArray Names(IEnumerable<string> names) => [.. names.Select(name => (JsonNode)name)];
}
