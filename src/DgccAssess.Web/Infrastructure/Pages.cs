using Microsoft.AspNetCore.Mvc.Razor;

namespace DgccAssess.Web.Infrastructure;

public static class PagesSetup
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddAntiforgery(o => (o.Cookie.Name, o.HeaderName) = ("dgcc.antiforgery", "X-CSRF-Token"));
        services.AddRazorPages(o =>
        {
            o.RootDirectory = "/Features";
            o.Conventions.Add(new SpaceKindOfFolder());
        })
            .AddViewLocalization()
            .AddMvcOptions(o => o.Filters.Add(new HandledPages()))
            .AddMvcOptions(o => o.ModelBindingMessageProvider.SetAttemptedValueIsInvalidAccessor((value, field) => $"{field}: {value}"));
        services.Configure<RazorViewEngineOptions>(o => o.PageViewLocationFormats.Add("/Shared/{0}.cshtml"));
        services.Configure<RouteOptions>(o => o.LowercaseUrls = true);
        // Over HTTPS too: the antiforgery token reads differently in every answer. A page with a secret that does not is [Uncompressed].
        services.AddResponseCompression(o => (o.EnableForHttps, o.MimeTypes) = (true, ["text/html"]));
        return services.AddScoped<Links>().AddScoped<Features.Accounts.RoleNames>().AddScoped<Features.Accounts.ReadAccount>().AddScoped<Shared.MessageText>().AddScoped<Shared.SyntheticMark>().AddScoped<Features.Papers.PaperQuery>().AddScoped<Features.Audit.AuditSentence>().AddScoped<Features.About.OwnWords>().AddScoped<Features.National.ReadInstrument>().AddScoped<Features.National.NationalCharts>();
    }
}
