using DgccAssess.Core.Features.Agencies;
using DgccAssess.Core.Features.Awards;
using DgccAssess.Core.Features.Awards.Judging;
using DgccAssess.Core.Features.Awards.Nominations;
using DgccAssess.Core.Features.Awards.Objections;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Features.Evidence;
using DgccAssess.Core.Features.Improvement;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Papers;
using DgccAssess.Core.Features.Papers.Templates;
using DgccAssess.Core.Features.Papers.Bundle;
using DgccAssess.Core.Features.National;
using DgccAssess.Core.Features.Objections;
using DgccAssess.Core.Features.Printing;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Features.Sharing.Agreements;
using DgccAssess.Core.Features.Sharing.Ledger;
using DgccAssess.Core.Features.Sharing.Publishing;
using DgccAssess.Core.Features.SharedCore;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Data;

/// <summary>A partner government's own database.</summary>
public sealed class TenantDbContext(DbContextOptions<TenantDbContext> options) : SpaceDbContext(options)
{
    public DbSet<Agency> Agencies => Set<Agency>();
    public DbSet<InstrumentVersion> InstrumentVersions => Set<InstrumentVersion>();
    public DbSet<AwardVersion> AwardVersions => Set<AwardVersion>();
    public DbSet<AwardRound> AwardRounds => Set<AwardRound>();
    public DbSet<AwardDeparture> AwardDepartures => Set<AwardDeparture>();
    public DbSet<AwardDecision> AwardDecisions => Set<AwardDecision>();
    public DbSet<Nomination> Nominations => Set<Nomination>();
    public DbSet<NominationProof> NominationProofs => Set<NominationProof>();
    public DbSet<JuryPanel> JuryPanels => Set<JuryPanel>();
    public DbSet<JuryMember> JuryMembers => Set<JuryMember>();
    public DbSet<JuryScore> JuryScores => Set<JuryScore>();
    public DbSet<Recusal> Recusals => Set<Recusal>();
    public DbSet<AwardObjection> AwardObjections => Set<AwardObjection>();
    public DbSet<JuryNote> JuryNotes => Set<JuryNote>();
    public DbSet<Round> Rounds => Set<Round>();
    public DbSet<Assessment> Assessments => Set<Assessment>();
    public DbSet<Answer> Answers => Set<Answer>();
    public DbSet<AnswerComment> AnswerComments => Set<AnswerComment>();
    public DbSet<EvidenceItem> Evidence => Set<EvidenceItem>();
    public DbSet<AssessorAssignment> AssessorAssignments => Set<AssessorAssignment>();
    public DbSet<Rating> Ratings => Set<Rating>();
    public DbSet<Snapshot> Snapshots => Set<Snapshot>();
    public DbSet<IssuedPaper> IssuedPapers => Set<IssuedPaper>();
    public DbSet<PaperTemplate> PaperTemplates => Set<PaperTemplate>();
    public DbSet<IssuedFile> IssuedFiles => Set<IssuedFile>();
    public DbSet<ResultKey> ResultKeys => Set<ResultKey>();
    public DbSet<ResultSignature> ResultSignatures => Set<ResultSignature>();
    public DbSet<NationalResult> NationalResults => Set<NationalResult>();
    public DbSet<Objection> Objections => Set<Objection>();
    public DbSet<ImprovementAction> ImprovementActions => Set<ImprovementAction>();
    public DbSet<ApprovedMapping> ApprovedMappings => Set<ApprovedMapping>();
    public DbSet<PrintBatch> PrintBatches => Set<PrintBatch>();
    public DbSet<SharingAgreement> SharingAgreements => Set<SharingAgreement>();
    public DbSet<SharingDocument> SharingDocuments => Set<SharingDocument>();
    public DbSet<SharingPublication> SharingPublications => Set<SharingPublication>();
    public DbSet<LedgerEntry> SharingLedger => Set<LedgerEntry>();
    public DbSet<PrintItem> PrintItems => Set<PrintItem>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfiguration(new AgencyConfiguration());
        builder.ApplyConfiguration(new InstrumentVersionConfiguration());
        builder.ApplyConfiguration(new AwardVersionConfiguration());
        builder.ApplyConfiguration(new RoundConfiguration());
        builder.ApplyConfiguration(new AssessmentConfiguration());
        builder.ApplyConfiguration(new AnswerConfiguration());
        builder.ApplyConfiguration(new AnswerCommentConfiguration());
        builder.ApplyConfiguration(new EvidenceItemConfiguration());
        builder.ApplyConfiguration(new AssessorAssignmentConfiguration());
        builder.ApplyConfiguration(new RatingConfiguration());
        builder.ApplyConfiguration(new SnapshotConfiguration());
        builder.ApplyConfiguration(new IssuedPaperConfiguration());
        builder.ApplyConfiguration(new IssuedFileConfiguration());
        builder.ApplyConfiguration(new ResultKeyConfiguration());
        builder.ApplyConfiguration(new ResultSignatureConfiguration());
        builder.ApplyConfiguration(new NationalResultConfiguration());
        builder.ApplyConfiguration(new AwardRoundConfiguration());
        builder.ApplyConfiguration(new AwardDepartureConfiguration());
        builder.ApplyConfiguration(new AwardDecisionConfiguration());
        builder.ApplyConfiguration(new NominationConfiguration());
        builder.ApplyConfiguration(new NominationProofConfiguration());
        builder.ApplyConfiguration(new JuryPanelConfiguration());
        builder.ApplyConfiguration(new JuryMemberConfiguration());
        builder.ApplyConfiguration(new JuryScoreConfiguration());
        builder.ApplyConfiguration(new RecusalConfiguration());
        builder.ApplyConfiguration(new JuryNoteConfiguration());
        builder.ApplyConfiguration(new AwardObjectionConfiguration());
        builder.ApplyConfiguration(new ObjectionConfiguration());
        builder.ApplyConfiguration(new ApprovedMappingConfiguration());
        builder.ApplyConfiguration(new PrintBatchConfiguration());
        builder.ApplyConfiguration(new PrintItemConfiguration());
        builder.ApplyConfiguration(new SharingAgreementConfiguration());
        builder.ApplyConfiguration(new SharingDocumentConfiguration());
        builder.ApplyConfiguration(new SharingPublicationConfiguration());
        builder.ApplyConfiguration(new LedgerEntryConfiguration());
    }
}
