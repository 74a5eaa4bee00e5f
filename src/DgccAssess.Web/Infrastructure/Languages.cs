using System.Collections.Concurrent;
using System.Globalization;
using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Shared;
using Microsoft.AspNetCore.Localization;

namespace DgccAssess.Web.Infrastructure;

/// <summary>Which language a page speaks: the one chosen, else the account's, else the browser's, else the space's first.</summary>
public static class Languages
{
    /// <summary>Languages the product has all words for.</summary>
    public static readonly IReadOnlyList<string> Screen = ["en", "id", "ar", "fr"];

    public const string Cookie = "dgcc.language";

    /// <summary>In the addresses of pages that caches keep.</summary>
    public const string Parameter = "language";

    private static readonly ConcurrentDictionary<(string Culture, DayOfWeek FirstDay), CultureInfo> Weeks = new();

    public static IServiceCollection AddLanguages(this IServiceCollection services)
    {
        services.AddLocalization();
        return services.Configure<RequestLocalizationOptions>(options =>
        {
            var cultures = Screen.Select(CultureInfo.GetCultureInfo).ToList();
            options.SupportedUICultures = cultures;
            options.SupportedCultures = null;
            options.DefaultRequestCulture = new RequestCulture("en");
            options.RequestCultureProviders = [new SpaceCultureProvider()];
        });
    }

    /// <summary>Sets the language of the words, then that of figures and dates, which depends on the space's country too.</summary>
    public static IApplicationBuilder UseLanguages(this IApplicationBuilder app) => app.UseRequestLocalization().Use((context, next) =>
    {
        var space = context.RequestServices.GetRequiredService<IMultiTenantContextAccessor>().MultiTenantContext.TenantInfo;
        CultureInfo.CurrentCulture = Culture(CultureInfo.CurrentUICulture.Name, space);
        return next(context);
    });

    public static IReadOnlyList<string> Offered(SpaceInfo? space)
    {
        if (space is null) return Screen;
        var offered = space.Settings.Languages.Where(Screen.Contains).ToList();
        return offered.Count > 0 ? offered : ["en"];
    }

    /// <summary>
    /// Formats follow the language and, where known, the space's country: ar-TN writes 2,95 and Latin digits. Weeks begin as the space says, whatever its country's custom.
    /// </summary>
    public static CultureInfo Culture(string language, SpaceInfo? space)
    {
        var culture = CultureInfo.GetCultureInfo(space?.Settings.LocaleOf(language) ?? language);
        return space is null || culture.DateTimeFormat.FirstDayOfWeek == space.Settings.FirstDayOfWeek ? culture : Weeks.GetOrAdd((culture.Name, space.Settings.FirstDayOfWeek), WithWeek);
    }

    private static CultureInfo WithWeek((string Culture, DayOfWeek FirstDay) key)
    {
        var own = (CultureInfo)CultureInfo.GetCultureInfo(key.Culture).Clone();
        own.DateTimeFormat.FirstDayOfWeek = key.FirstDay;
        return CultureInfo.ReadOnly(own);
    }

    private sealed class SpaceCultureProvider : RequestCultureProvider
    {
        public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
        {
            var space = httpContext.RequestServices.GetRequiredService<IMultiTenantContextAccessor>().MultiTenantContext.TenantInfo;
            var offered = Offered(space);
            var language = Asked(httpContext).FirstOrDefault(offered.Contains) ?? offered[0];
            return Task.FromResult<ProviderCultureResult?>(new(Culture(language, space).Name, language));
        }

        private static IEnumerable<string> Asked(HttpContext context)
        {
            // On pages for everybody a link chooses: a form would make them nobody's to keep.
            if (context.Request.Query[Parameter] is [{ } linked]) yield return linked;
            if (context.Request.Cookies[Cookie] is { } chosen) yield return chosen;
            foreach (var accepted in context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1))
            {
                var tag = accepted.Value.Value ?? "";
                yield return tag.Split('-')[0].ToLowerInvariant();
            }
        }
    }
}
