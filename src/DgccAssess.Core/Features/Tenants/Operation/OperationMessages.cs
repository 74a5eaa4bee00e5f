namespace DgccAssess.Core.Features.Tenants.Operation;

/// <summary>Message keys of what the platform's operator does; their words are in TenantsWords.</summary>
public static class OperationMessages
{
    public const string NotActive = "Tenants.NotActive";
    public const string NotSuspended = "Tenants.NotSuspended";
    public const string NotExported = "Tenants.NotExported";
    public const string NotOrdered = "Tenants.NotOrdered";
    public const string ReasonMissing = "Tenants.ReasonMissing";
    public const string ReasonTooLong = "Tenants.ReasonTooLong";
    public const string NotTyped = "Tenants.NotTyped";
    public const string ExportUnderWay = "Tenants.ExportUnderWay";
    public const string IdInvalid = "Tenants.IdInvalid";
    public const string IdTaken = "Tenants.IdTaken";
    public const string TemplateUnknown = "Tenants.TemplateUnknown";
    public const string TemplateFaulty = "Tenants.TemplateFaulty";
    public const string AdministratorNameInvalid = "Tenants.AdministratorNameInvalid";
    public const string NameInvalid = "Tenants.NameInvalid";
    public const string LanguagesMissing = "Tenants.LanguagesMissing";
    public const string TimeZoneUnknown = "Tenants.TimeZoneUnknown";
    public const string CountryInvalid = "Tenants.CountryInvalid";
    public const string InstrumentUnknown = "Tenants.InstrumentUnknown";
    public const string AdministratorInvalid = "Tenants.AdministratorInvalid";
    public const string HostTaken = "Tenants.HostTaken";
}
