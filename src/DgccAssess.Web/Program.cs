using DgccAssess.Core;
using DgccAssess.Web.Features.Connect;
using DgccAssess.Web.Features.Federation;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Infrastructure.Api;
using DgccAssess.Web.Infrastructure.Jobs;

var builder = WebApplication.CreateBuilder(args);
builder.Host.UseDefaultServiceProvider(o => (o.ValidateScopes, o.ValidateOnBuild) = (true, true));
// Styles and scripts of an unpublished build lie where the build left them, in whatever environment it runs; nothing to do for a published one.
builder.WebHost.UseStaticWebAssets();

builder.Services
    .AddDgccCore(builder.Configuration)
    .AddSpaces()
    .AddSignIn()
    .AddConnectServer()
    .AddFederation()
    .AddPermissions()
    .AddLanguages()
    .AddPages()
    .AddApi()
    .AddJobServer(builder.Configuration)
    .AddLimits(builder.WebHost)
    .AddHostedService<IdleMemory>();

var app = builder.Build();

app.UseForwardedHeaders();
app.UseResponseCompression();
app.UseSecurityHeaders();
app.UseSpaceResolution();
app.UseLanguages();
app.UseErrorPages();
app.UseReadableForms();
app.UseSpaceSchema();
app.UseRouting();
app.UseRequiredSpace();
app.UseSuspension();
app.UseConnect();
app.UseFederation();
app.UseAuthentication();
app.UseSpaceClaim();
app.UseSecondFactor();
app.UseRateLimiter();
app.UseAuthorization();

app.MapStaticAssets().WithoutSpace().AllowAnonymous();
app.MapHealth();
app.MapApi();
app.MapConnect();
app.MapRazorPages().WithStaticAssets();

return await app.RunCheckedAsync();

/// <summary>Entry point, named so that tests can start the same application.</summary>
public partial class Program;
