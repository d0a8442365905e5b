using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Frames;

/// <summary>What a window does to lie over the page, and how a test sees whether it does.</summary>
internal static class Covering
{
    /// <summary>Everything by which an element rises above others, at once; what the browser refuses is meant to be refused.</summary>
    public const string Spread = """
        () => {
          document.documentElement.style.cssText = 'position:fixed;inset:-9999px;z-index:2147483647;background:#fff;transform:scale(9)';
          const dialog = document.createElement('dialog');
          dialog.style.cssText = 'position:fixed;inset:-500px;width:9999px;height:9999px;max-width:none;max-height:none;margin:0';
          dialog.textContent = 'Your session has ended. Enter your password:';
          document.body.append(dialog);
          dialog.showModal();
          const popover = document.createElement('div');
          popover.popover = 'manual';
          popover.style.cssText = dialog.style.cssText;
          document.body.append(popover);
          popover.showPopover();
          return document.documentElement.requestFullscreen().then(() => 'full screen', () => 'refused');
        }
        """;

    // At its middle and near its corners: is it the thing itself that is there to be clicked, whole and in sight?
    private const string Covered = """
        (scope) => [...document.querySelectorAll(scope)].filter((each) => each.checkVisibility()).flatMap((each) => {
          each.scrollIntoView({ block: 'nearest', inline: 'nearest' });
          const { left, top, right, bottom } = each.getBoundingClientRect();
          const [x, y] = [(left + right) / 2, (top + bottom) / 2];
          const points = [[x, y], [left + 6, y], [right - 6, y], [x, top + 4], [x, bottom - 4]];
          const bad = points.filter(([x, y]) => { const hit = document.elementFromPoint(x, y); return !hit || !(each.contains(hit) || hit.contains(each)); });
          return bad.length ? [`${each.getAttribute('aria-label') ?? each.textContent}: ${bad.length} points`] : [];
        })
        """;

    public static async Task AssertNothingCovered(this Person person, params string[] selectors)
    {
        foreach (var selector in selectors)
            Assert.Empty(await person.Page.EvaluateAsync<string[]>(Covered, selector));
    }
}
