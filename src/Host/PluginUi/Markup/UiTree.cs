using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace PluginRoom.Host.PluginUi.Markup;

/// <summary>Walks a page without recursion, so that no nesting can exhaust the stack, and into every template.</summary>
public static class UiTree
{
    /// <summary>Writing a page out does recurse; this keeps it far from the end of the stack.</summary>
    public const int MaxDepth = 200;

    public static bool IsTooDeep(INode root) => Nodes(root).Any(entry => entry.Depth > MaxDepth);

    public static IEnumerable<IElement> Elements(INode? root) => root is null ? [] : Nodes(root).Select(entry => entry.Node).OfType<IElement>();

    // In document order. A template's content is a tree of its own, and one with `shadowrootmode` becomes part of the page.
    private static IEnumerable<(INode Node, int Depth)> Nodes(INode root)
    {
        var pending = new Stack<(INode Node, int Depth)>([(root, 0)]);
        while (pending.TryPop(out var entry))
        {
            yield return entry;
            if (entry.Node is IHtmlTemplateElement template)
                pending.Push((template.Content, entry.Depth + 1));

            for (var child = entry.Node.LastChild; child is not null; child = child.PreviousSibling)
                pending.Push((child, entry.Depth + 1));
        }
    }
}
