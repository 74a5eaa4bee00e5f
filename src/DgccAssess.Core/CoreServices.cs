using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Features.Awards;
using DgccAssess.Core.Features.Connect;
using DgccAssess.Core.Features.Api;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.DataChecks;
using DgccAssess.Core.Features.Demonstration;
using DgccAssess.Core.Features.Egdi;
using DgccAssess.Core.Features.Evidence;
using DgccAssess.Core.Features.Improvement;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Papers;
using DgccAssess.Core.Features.National;
using DgccAssess.Core.Features.Objections;
using DgccAssess.Core.Features.Printing;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Features.Sharing;
using DgccAssess.Core.Features.SharedCore;
using DgccAssess.Core.Features.SignIn;
using DgccAssess.Core.Features.SignIn.Passwords;
using DgccAssess.Core.Features.Tenants;
using DgccAssess.Core.Jobs;
using DgccAssess.Core.Mail;
using DgccAssess.Core.Press;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace DgccAssess.Core;

/// <summary>Everything that needs no HTTP; the web and the command line both start from here.</summary>
public static class CoreServices
{
    public static IServiceCollection AddDgccCore(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services.AddTenancy().AddDatabases(configuration).AddJobs().AddMail().AddAccounts().AddConnect().AddDiagnosis().AddTenantOperation();
    }

    private static IServiceCollection AddTenancy(this IServiceCollection services) => services
        .AddScoped<SpaceContext>()
        .AddScoped<IMultiTenantContextAccessor>(s => s.GetRequiredService<SpaceContext>())
        .AddScoped<IMultiTenantContextSetter>(s => s.GetRequiredService<SpaceContext>())
        .AddScoped(s => s.GetRequiredService<SpaceContext>().Space)
        .AddSingleton<SpaceRegister>()
        .AddSingleton<IMultiTenantStore>(s => s.GetRequiredService<SpaceRegister>())
        .AddSingleton<SpaceScopes>()
        .AddSingleton<ProvisionSpace>()
        .AddSingleton<RegisterSpace>()
        .AddSingleton<ReadTenantState>();

    private static IServiceCollection AddDatabases(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<DatabaseOptions>().BindConfiguration("Database")
            .Configure<IConfiguration>((options, configuration) => configuration.GetSection("Spaces").Bind(options.Spaces))
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<DatabaseOptions>, SpaceDatabaseRules>();
        services.AddDataProtection().SetApplicationName("DgccAssess").PersistKeysToDbContext<HubDbContext>()
            // Three things are opened on every request: one pass each instead of CBC and then HMAC.
            .UseCryptographicAlgorithms(new() { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM })
            .ProtectKeys(settings);
        // Kept under a key before the web binds the framework's own to the space of a request.
        var protection = services.Last(d => d.ServiceType == typeof(IDataProtectionProvider)).ImplementationFactory!;
        services.AddKeyedSingleton(LinkTokens.Keys, (s, _) => (IDataProtectionProvider)protection(s)).AddScoped<LinkTokens>();
        return services
            .AddSingleton<SpaceDatabases>()
            .AddSingleton<SchemaCheck>()
            .AddSingleton<SpaceGlance>()
            .AddScoped(s => s.GetRequiredService<SpaceDatabases>().OpenTenant(s.GetRequiredService<SpaceContext>().Space))
            .AddScoped(s => s.GetRequiredService<SpaceDatabases>().OpenHub())
            .AddScoped(ContextOfSpace)
            .AddScoped<ActorContext>()
            .AddScoped<AuditTrail>()
            .AddScoped<SealAuditEvents>()
            .AddScoped<VerifyAudit>()
            .AddScoped<FindAuditEvents>()
            .AddScoped<ExportAuditEvents>();
    }

    /// <summary>The same context under its general name. The container lets go of it once for each name.</summary>
    private static SpaceDbContext ContextOfSpace(IServiceProvider services)
    {
        SpaceDbContext db = services.GetRequiredService<SpaceContext>().Space.IsHub ? services.GetRequiredService<HubDbContext>() : services.GetRequiredService<TenantDbContext>();
        db.Holders++;
        return db;
    }

    private static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(AccountRules.Configure)
            .AddRoles<Role>()
            .AddEntityFrameworkStores<SpaceDbContext>()
            .AddDefaultTokenProviders()
            .AddPasswordValidator<PasswordRules>();
        return services.AddAccountRules().AddSignInRules();
    }

    private static IServiceCollection AddDiagnosis(this IServiceCollection services) => services
        .AddSingleton<InstrumentCache>()
        .AddScoped<InstrumentLibrary>()
        .AddScoped<ImportInstrument>()
        .AddScoped<ApplyTenant>()
        .AddScoped<ApplyWords>()
        .AddKeptAnswers()
        .AddSelfAssessment()
        .AddEvidence()
        .AddReview()
        .AddRounds()
        .AddResults()
        .AddPapers()
        .AddScoped<CreateNation>()
        .AddNational()
        .AddSharedCore()
        .AddImprovement()
        .AddObjections()
        .AddEgdi()
        .AddDataChecks()
        .AddAwards()
        .AddPress()
        .AddPrinting()
        .AddCountries()
        .AddSharing();
}
