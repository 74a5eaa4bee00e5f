using System.Net;
using DgccAssess.TestCommon;
using DgccAssess.Web.Infrastructure;

namespace DgccAssess.Tests.Features.Results;

internal static class Speaking
{
    /// <summary>As after a click on a language in the masthead.</summary>
    public static void Speak(this TestBrowser browser, string language) => browser.Cookies.Add(browser.Client.BaseAddress!, new Cookie(Languages.Cookie, language, "/"));
}
