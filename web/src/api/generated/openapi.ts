// Generated from openapi.json by `npm run generate`. Do not edit.
export interface paths {
    "/api/v1/access-explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The actions that a principal may do, each with the grants that give it.
         * @description The actions that a principal may do, each with the grants that give it. Everybody may ask about themselves.
         */
        get: operations["AccessService_ExplainAccess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-key-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetApiKeyPolicy */
        get: operations["ApiKeyService_GetApiKeyPolicy"];
        put?: never;
        /**
         * Turning API keys off ends their use at the API at once and at the gateways within 10 seconds (T2).
         * @description Turning API keys off ends their use at the API at once and at the gateways within 10 seconds (T2).
         */
        post: operations["ApiKeyService_UpdateApiKeyPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{key_id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a new key in the place of one, with its owner, name and description.
         * @description Makes a new key in the place of one, with its owner, name and description. The old key lives on for the overlap.
         *     The answer to a repeat of the request holds no token: it is shown once.
         */
        post: operations["ApiKeyService_RotateApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approval-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetApprovalRequests */
        get: operations["ConsensusService_GetApprovalRequests"];
        put?: never;
        /**
         * Asks for the approval of one call on a protected namespace.
         * @description Asks for the approval of one call on a protected namespace. Mutations of the control plane ask by being made.
         */
        post: operations["ConsensusService_CreateApprovalRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approval-requests/{request_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetApprovalRequest */
        get: operations["ConsensusService_GetApprovalRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approval-requests/{request_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * By a person other than the requester; with `break_glass`, by an owner alone where every policy concerned allows it.
         * @description By a person other than the requester; with `break_glass`, by an owner alone where every policy concerned allows it.
         */
        post: operations["ConsensusService_Approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approval-requests/{request_id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * By a person other than the requester: one rejection ends the request.
         * @description By a person other than the requester: one rejection ends the request.
         */
        post: operations["ConsensusService_Reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approval-requests/{request_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * By the requester.
         * @description By the requester.
         */
        post: operations["ConsensusService_Withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the account pays by, what this month costs so far, and what it will cost.
         * @description What the account pays by, what this month costs so far, and what it will cost.
         */
        get: operations["BillingService_GetBilling"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing-admin/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * For operators: what is wrong now with the bills of any account, oldest first.
         * @description For operators: what is wrong now with the bills of any account, oldest first.
         */
        get: operations["BillingService_GetBillingAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing-admin/commitments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * For operators: money promised and paid ahead for one to three years.
         * @description For operators: money promised and paid ahead for one to three years.
         */
        post: operations["BillingService_MakeCommitment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing-admin/credits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * For operators: the operation's id is the grant's.
         * @description For operators: the operation's id is the grant's.
         */
        post: operations["BillingService_GrantCredit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing-admin/credits/{grant_id}/adjust": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * For operators: adds to or takes from what is left of a grant, or takes all of it back.
         * @description For operators: adds to or takes from what is left of a grant, or takes all of it back.
         */
        post: operations["BillingService_AdjustCredit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing-admin/dunning-holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * For operators: until then an unpaid invoice is told of, and restricts nothing.
         * @description For operators: until then an unpaid invoice is told of, and restricts nothing.
         */
        post: operations["BillingService_HoldDunning"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing-admin/invoices/{invoice_id}/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * For operators: corrects a closed period by name, by the quantity of one of its invoice's lines or by an amount.
         * @description For operators: corrects a closed period by name, by the quantity of one of its invoice's lines or by an amount. The next
         *     invoices carry the difference.
         */
        post: operations["BillingService_AdjustInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing-admin/invoices/{invoice_id}/credit-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * For operators: lowers a final invoice by a credit note, which pays back what was paid.
         * @description For operators: lowers a final invoice by a credit note, which pays back what was paid.
         */
        post: operations["BillingService_CreditInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing-admin/reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * For operators: compares an account's invoices, credit notes and meters of the last two months with the payment
         * @description For operators: compares an account's invoices, credit notes and meters of the last two months with the payment
         *     provider's, now. A difference is an alert with both sides; nothing is corrected.
         */
        post: operations["BillingService_ReconcileInvoices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing-admin/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * For operators: puts an account on another price book or discount, from the open period on.
         * @description For operators: puts an account on another price book or discount, from the open period on.
         */
        post: operations["BillingService_ChangeBillingTerms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing-admin/usage-adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * For operators: takes metered usage that is on no invoice off all bills, by name.
         * @description For operators: takes metered usage that is on no invoice off all bills, by name.
         */
        post: operations["BillingService_AdjustUsage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The corrections of the account's invoices by name, newest first.
         * @description The corrections of the account's invoices by name, newest first.
         */
        get: operations["BillingService_GetInvoiceAdjustments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/budget": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the account wants to spend in a month; empty when it set nothing.
         * @description What the account wants to spend in a month; empty when it set nothing.
         */
        get: operations["BillingService_GetBudget"];
        put?: never;
        /** UpdateBudget */
        post: operations["BillingService_UpdateBudget"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/card-setups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begins saving a card with the payment provider's form in a page of one's own: the secret opens a SetupIntent there.
         * @description Begins saving a card with the payment provider's form in a page of one's own: the secret opens a SetupIntent there.
         */
        post: operations["PaymentMethodService_StartCardSetup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/card-setups/{setup_intent_id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Charges the card of a finished setup from now on.
         * @description Charges the card of a finished setup from now on. Webhooks do the same by themselves: this is for who does not want to
         *     wait. FAILED_PRECONDITION while the form is not finished.
         */
        post: operations["PaymentMethodService_CompleteCardSetup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/checkout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A page of the payment provider that saves a card.
         * @description A page of the payment provider that saves a card. FAILED_PRECONDITION while the account is not a customer of it.
         */
        post: operations["BillingService_StartCheckout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/credits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetCredits */
        get: operations["BillingService_GetCredits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/estimate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What more usage would change of this month's bill.
         * @description What more usage would change of this month's bill.
         */
        get: operations["BillingService_EstimateCost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/payment-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the account can pay by, the default first.
         * @description What the account can pay by, the default first.
         */
        get: operations["PaymentMethodService_GetPaymentMethods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/payment-methods/{payment_method_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * FAILED_PRECONDITION for the default while there are others, and for the last one while an invoice is unpaid.
         * @description FAILED_PRECONDITION for the default while there are others, and for the last one while an invoice is unpaid.
         */
        delete: operations["PaymentMethodService_RemovePaymentMethod"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/payment-methods/{payment_method_id}/default": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Charges this one from now on; what is overdue is tried again at once.
         * @description Charges this one from now on; what is overdue is tried again at once.
         */
        post: operations["PaymentMethodService_SetDefaultPaymentMethod"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts the account on another plan of those that are offered: a larger one at once, with all it includes and its fee by
         * @description Puts the account on another plan of those that are offered: a larger one at once, with all it includes and its fee by
         *     the day; any other with the next billing period. Choosing what is in force takes back a change that was to come.
         */
        post: operations["BillingService_ChangePlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/plan-estimate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What another plan would make of this month and the next, and when it would begin.
         * @description What another plan would make of this month and the next, and when it would begin. Nothing is changed.
         */
        get: operations["BillingService_EstimatePlanChange"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/portal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A page of the payment provider with the account's receipts and cards.
         * @description A page of the payment provider with the account's receipts and cards.
         */
        post: operations["BillingService_OpenBillingPortal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/price-books": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetPriceBooks */
        get: operations["BillingService_GetPriceBooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Meter against recount, invoice against Stripe, and the clearing of all usage.
         * @description Meter against recount, invoice against Stripe, and the clearing of all usage.
         */
        get: operations["BillingService_GetBillingProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/simulation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every price book against the account's own last months.
         * @description Every price book against the account's own last months.
         */
        get: operations["BillingService_SimulatePrices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/test-clock/advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Moves the account's Stripe test clock past the end of the open billing period, which then closes.
         * @description Moves the account's Stripe test clock past the end of the open billing period, which then closes.
         *     FAILED_PRECONDITION for an account without a test clock.
         */
        post: operations["BillingService_AdvanceTestClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cells": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetCells */
        get: operations["CellService_GetCells"];
        put?: never;
        /**
         * Probes the cell and, when it answers, opens it for new namespaces.
         * @description Probes the cell and, when it answers, opens it for new namespaces.
         */
        post: operations["CellService_RegisterCell"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cells/{cell_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetCell */
        get: operations["CellService_GetCell"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificate-authority": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The account's CA certificate, to put into a namespace's accepted client CAs.
         * @description The account's CA certificate, to put into a namespace's accepted client CAs.
         */
        get: operations["CertificateService_GetCertificateAuthority"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificate-authority/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets the next authority sign from now on.
         * @description Lets the next authority sign from now on. Refused while a namespace accepts the current one and not the next.
         */
        post: operations["CertificateService_ActivateCertificateAuthority"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificate-authority/prepare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes the account's next authority, which signs nothing yet: add it to the accepted CAs of your namespaces.
         * @description Makes the account's next authority, which signs nothing yet: add it to the accepted CAs of your namespaces.
         */
        post: operations["CertificateService_PrepareCertificateAuthority"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetCertificates */
        get: operations["CertificateService_GetCertificates"];
        put?: never;
        /** IssueCertificate */
        post: operations["CertificateService_IssueCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{certificate_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetCertificate */
        get: operations["CertificateService_GetCertificate"];
        put?: never;
        /**
         * Switches automatic renewal on or off.
         * @description Switches automatic renewal on or off.
         */
        post: operations["CertificateService_UpdateCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{certificate_id}/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refused everywhere within 10 seconds (T2).
         * @description Refused everywhere within 10 seconds (T2).
         *     A new certificate for the same public key, subject and lifetime, from now on. The old one stays good until its end.
         */
        post: operations["CertificateService_RenewCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{certificate_id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** RevokeCertificate */
        post: operations["CertificateService_RevokeCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connectivity-rules/{connectivity_rule_id}/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetConnectivityRuleSources */
        get: operations["ConnectivityService_GetConnectivityRuleSources"];
        put?: never;
        /**
         * Gives a public rule the networks that it lets in; an empty list lets in every address.
         * @description Gives a public rule the networks that it lets in; an empty list lets in every address. Enforced within seconds.
         */
        post: operations["ConnectivityService_SetConnectivityRuleSources"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consensus-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetConsensusPolicies */
        get: operations["ConsensusService_GetConsensusPolicies"];
        put?: never;
        /** CreateConsensusPolicy */
        post: operations["ConsensusService_CreateConsensusPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consensus-policies/{policy_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetConsensusPolicy */
        get: operations["ConsensusService_GetConsensusPolicy"];
        put?: never;
        /**
         * Waits for approval under the policy as it is now, as every change of it does.
         * @description Waits for approval under the policy as it is now, as every change of it does.
         */
        post: operations["ConsensusService_UpdateConsensusPolicy"];
        /**
         * Waits for approval under the policy itself.
         * @description Waits for approval under the policy itself.
         */
        delete: operations["ConsensusService_DeleteConsensusPolicy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cost-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What usage costs by any group, in whole UTC days: before plan fees, discounts, credits and taxes.
         * @description What usage costs by any group, in whole UTC days: before plan fees, discounts, credits and taxes.
         */
        get: operations["UsageService_GetCostReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/focus-report.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What each namespace used and what that costs, as a file in the columns of FOCUS (FinOps Open Cost and Usage
         * @description What each namespace used and what that costs, as a file in the columns of FOCUS (FinOps Open Cost and Usage
         *     Specification). Over gRPC it must fit into a message.
         */
        get: operations["UsageService_DownloadFocusReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity-provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetIdentityProvider */
        get: operations["SingleSignOnService_GetIdentityProvider"];
        put?: never;
        /**
         * Names the provider, or changes what is set.
         * @description Names the provider, or changes what is set. Whoever does this decides who comes in as whom: it takes an owner.
         */
        post: operations["SingleSignOnService_SetIdentityProvider"];
        /** DeleteIdentityProvider */
        delete: operations["SingleSignOnService_DeleteIdentityProvider"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity-provider/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The secret of the client at the provider; an empty one makes it a public client.
         * @description The secret of the client at the provider; an empty one makes it a public client. It is never shown again.
         */
        post: operations["SingleSignOnService_SetIdentityProviderSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/installation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * For operators: the directory, what is under way, and what needs somebody.
         * @description For operators: the directory, what is under way, and what needs somebody.
         */
        get: operations["OperatorService_GetInstallation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sets the password of an invited user with the token of the invitation's mail; the person signs in next.
         * @description Sets the password of an invited user with the token of the invitation's mail; the person signs in next.
         */
        post: operations["UserService_AcceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetInvoices */
        get: operations["BillingService_GetInvoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{invoice_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetInvoice */
        get: operations["BillingService_GetInvoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{invoice_id}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The invoice as a document: "html" (the default) or "pdf".
         * @description The invoice as a document: "html" (the default) or "pdf".
         */
        get: operations["BillingService_GetInvoiceDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{invoice_id}/pay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Charges an invoice that is due, now.
         * @description Charges an invoice that is due, now. FAILED_PRECONDITION for one that is not due, and when the charge is declined.
         */
        post: operations["BillingService_PayInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{invoice_id}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What stands on an invoice, or on one line of it: namespace, day, workflow type and action kind.
         * @description What stands on an invoice, or on one line of it: namespace, day, workflow type and action kind.
         */
        get: operations["BillingService_GetInvoiceLineUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mailbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetMails */
        get: operations["MailboxService_GetMails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether acts upon what runs in the namespace are recorded.
         * @description Whether acts upon what runs in the namespace are recorded.
         */
        get: operations["AuditService_GetNamespaceAudit"];
        put?: never;
        /**
         * Turns the recording on or off.
         * @description Turns the recording on or off. While it is on, the audit trail has a record of every call that terminates, cancels,
         *     resets, signals, deletes, pauses or rearranges executions and schedules, also of batches: who, from where, on what,
         *     with which reason and result. No payloads. A call whose record cannot be kept is refused.
         */
        post: operations["AuditService_UpdateNamespaceAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/delete-custom-search-attribute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deletes a custom search attribute with its values.
         * @description Deletes a custom search attribute with its values. Workflows that still set it are refused.
         */
        post: operations["NamespaceService_DeleteCustomSearchAttribute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/warnings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is accepted and will not do what one may expect: an expired certificate authority, a replica without data.
         * @description What is accepted and will not do what one may expect: an expired certificate authority, a replica without data.
         */
        get: operations["NamespaceService_GetNamespaceWarnings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator-access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the caller may enter the operator area, and until when they are in it.
         * @description Whether the caller may enter the operator area, and until when they are in it.
         */
        get: operations["OperatorService_GetOperatorAccess"];
        put?: never;
        /**
         * Lets the caller's session act as an operator for half an hour: calls with the header `cellplane-operator: 1` do.
         * @description Lets the caller's session act as an operator for half an hour: calls with the header `cellplane-operator: 1` do.
         */
        post: operations["OperatorService_EnterOperatorArea"];
        /** LeaveOperatorArea */
        delete: operations["OperatorService_LeaveOperatorArea"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/passkey-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Opens a session: sets the session cookie, as SignIn does.
         * @description Opens a session: sets the session cookie, as SignIn does.
         */
        post: operations["PasskeyService_SignInWithPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/passkey-sessions/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the browser is told to sign in by a passkey; the same for everybody.
         * @description What the browser is told to sign in by a passkey; the same for everybody.
         */
        post: operations["PasskeyService_BeginPasskeySignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's own passkeys.
         * @description The caller's own passkeys.
         */
        get: operations["PasskeyService_GetPasskeys"];
        put?: never;
        /**
         * Keeps the passkey that the browser made.
         * @description Keeps the passkey that the browser made. Signing in by the password alone then takes a code or a passkey as well;
         *     recovery codes come with the first one.
         */
        post: operations["PasskeyService_ConfirmPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/passkeys/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the browser is told to make a passkey.
         * @description What the browser is told to make a passkey. Needs a session and the password of now; good for five minutes, once.
         */
        post: operations["PasskeyService_BeginPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/passkeys/{passkey_id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** RemovePasskey */
        post: operations["PasskeyService_RemovePasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sets the caller's own password.
         * @description Sets the caller's own password. Needs a session and the password of now; all other sessions end.
         */
        post: operations["UserService_ChangePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mails a link to set a new password.
         * @description Mails a link to set a new password. The answer is the same for an address that nobody has.
         */
        post: operations["UserService_RequestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-resets/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sets a new password with the token of the mail.
         * @description Sets a new password with the token of the mail. All sessions of the person end.
         */
        post: operations["UserService_ResetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/provisioning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * For operators: one of them with its steps, read from the workflow's history.
         * @description For operators: one of them with its steps, read from the workflow's history.
         */
        get: operations["OperatorService_GetProvisioning"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/provisioning-gate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetProvisioningGate */
        get: operations["ProvisioningGateService_GetProvisioningGate"];
        put?: never;
        /**
         * From then on CreateNamespace asks the directory.
         * @description From then on CreateNamespace asks the directory. Until the password is set, nobody passes.
         */
        post: operations["ProvisioningGateService_SetProvisioningGate"];
        /** DeleteProvisioningGate */
        delete: operations["ProvisioningGateService_DeleteProvisioningGate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/provisioning-gate/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks the directory about somebody, as CreateNamespace would.
         * @description Asks the directory about somebody, as CreateNamespace would.
         */
        post: operations["ProvisioningGateService_CheckProvisioningGate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/provisioning-gate/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Of bind_dn.
         * @description Of bind_dn. It is never shown again.
         */
        post: operations["ProvisioningGateService_SetProvisioningGatePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/provisionings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * For operators: the work of all accounts that workflows of the control plane do, the newest first.
         * @description For operators: the work of all accounts that workflows of the control plane do, the newest first.
         */
        get: operations["OperatorService_GetProvisionings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quotas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The limits that hold for the caller's account; operators name any account, or none for the installation's own.
         * @description The limits that hold for the caller's account; operators name any account, or none for the installation's own.
         */
        get: operations["QuotaService_GetQuotas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quotas/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * For operators: sets or resets one limit, of one account or of the whole installation.
         * @description For operators: sets or resets one limit, of one account or of the whole installation. It holds from the next call
         *     on, for requests per second within 5 seconds.
         */
        post: operations["QuotaService_UpdateQuota"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetRegionSettings */
        get: operations["RegionService_GetRegionSettings"];
        put?: never;
        /** CreateRegion */
        post: operations["RegionService_CreateRegion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/regions/{region}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replaces the settings as a whole.
         * @description Replaces the settings as a whole. A disabled region takes no new namespaces; those that it has are served on.
         */
        post: operations["RegionService_UpdateRegion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/regions/{region}/attach-cell": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets an empty cell serve another region than the one it was registered for.
         * @description Lets an empty cell serve another region than the one it was registered for.
         */
        post: operations["RegionService_AttachCell"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scim-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetScimTokens */
        get: operations["ScimService_GetScimTokens"];
        put?: never;
        /**
         * Makes a bearer token for the account's identity provider.
         * @description Makes a bearer token for the account's identity provider. The answer to a repeat of the request holds no token: it
         *     is shown once.
         */
        post: operations["ScimService_CreateScimToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scim-tokens/{token_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * The token is refused from then on.
         * @description The token is refused from then on. Users and groups stay as they are.
         */
        delete: operations["ScimService_DeleteScimToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scim-tokens/{token_id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a new token in the place of one, which lives on for the overlap.
         * @description Makes a new token in the place of one, which lives on for the overlap.
         */
        post: operations["ScimService_RotateScimToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the caller is asked for a code of an authenticator app when signing in.
         * @description Whether the caller is asked for a code of an authenticator app when signing in.
         */
        get: operations["UserService_GetSecondFactor"];
        put?: never;
        /**
         * Makes the secret for the caller's authenticator app; it is asked for once a first code has confirmed it.
         * @description Makes the secret for the caller's authenticator app; it is asked for once a first code has confirmed it.
         */
        post: operations["UserService_BeginSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turns the second factor on.
         * @description Turns the second factor on. The recovery codes are shown once; each works once in the place of a code.
         */
        post: operations["UserService_ConfirmSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/second-factor/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** RemoveSecondFactor */
        post: operations["UserService_RemoveSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's own sessions, the newest first.
         * @description The caller's own sessions, the newest first.
         */
        get: operations["UserService_GetSessions"];
        put?: never;
        /**
         * Opens a session: sets the session cookie and answers with the CSRF token for later mutations.
         * @description Opens a session: sets the session cookie and answers with the CSRF token for later mutations.
         */
        post: operations["AccountService_SignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetSession */
        get: operations["AccountService_GetSession"];
        put?: never;
        post?: never;
        /** SignOut */
        delete: operations["AccountService_SignOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends one of the caller's own sessions, or all but the one it calls with.
         * @description Ends one of the caller's own sessions, or all but the one it calls with.
         */
        post: operations["UserService_EndSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetSignInPolicy */
        get: operations["SignInPolicyService_GetSignInPolicy"];
        put?: never;
        /**
         * Holds for sessions that are open already too: without a second factor they are good for setting one up only.
         * @description Holds for sessions that are open already too: without a second factor they are good for setting one up only.
         */
        post: operations["SignInPolicyService_UpdateSignInPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes an unverified account and sends the verification mail.
         * @description Makes an unverified account and sends the verification mail. The answer is the same for a known email.
         */
        post: operations["AccountService_SignUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signing-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetSigningKeys */
        get: operations["SigningKeyService_GetSigningKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signing-keys/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a new key, which signs all API keys from now on.
         * @description Makes a new key, which signs all API keys from now on. API keys signed before work on until the grace is over.
         */
        post: operations["SigningKeyService_RotateSigningKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/single-sign-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Where to send the browser.
         * @description Where to send the browser. What comes back there is completed with the same browser's secret within 10 minutes.
         */
        post: operations["SingleSignOnService_BeginSingleSignOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/single-sign-on/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Opens a session: sets the session cookie, as SignIn does.
         * @description Opens a session: sets the session cookie, as SignIn does.
         */
        post: operations["SingleSignOnService_CompleteSingleSignOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetUsageReport */
        get: operations["UsageService_GetUsageReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage-report.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same report as a file of any length, sent while it is read.
         * @description The same report as a file of any length, sent while it is read. Over gRPC it must fit into a message.
         */
        get: operations["UsageService_DownloadUsageReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/resend-invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mails a new invitation, with a new time to accept it; the link of the one before is dead.
         * @description Mails a new invitation, with a new time to accept it; the link of the one before is dead.
         */
        post: operations["UserService_ResendInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives a suspended user everything back.
         * @description Gives a suspended user everything back.
         */
        post: operations["UserService_RestoreUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a user's sessions and stops their API keys until they are restored.
         * @description Ends a user's sessions and stops their API keys until they are restored. Nothing is deleted.
         */
        post: operations["UserService_SuspendUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verify-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirms the address with the token of the mail; the account and its billing customer are then provisioned.
         * @description Confirms the address with the token of the mail; the account and its billing customer are then provisioned.
         */
        post: operations["AccountService_VerifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get account details
         * @description Returns detailed information about the account
         */
        get: operations["CloudService_GetAccount"];
        put?: never;
        /**
         * Update account details
         * @description Updates account configuration and settings
         */
        post: operations["CloudService_UpdateAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all API keys
         * @description Returns a list of all API keys in the account
         */
        get: operations["CloudService_GetApiKeys"];
        put?: never;
        /**
         * Create an API key
         * @description Creates a new API key for programmatic access
         */
        post: operations["CloudService_CreateApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/api-keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get API key details
         * @description Returns detailed information about a specific API key
         */
        get: operations["CloudService_GetApiKey"];
        put?: never;
        /**
         * Update an API key
         * @description Updates an existing API key's properties
         */
        post: operations["CloudService_UpdateApiKey"];
        /**
         * Delete an API key
         * @description Revokes and deletes an API key
         */
        delete: operations["CloudService_DeleteApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/audit-log-sink-validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Validate audit log sink
         * @description Validate customer audit log sink is accessible from Temporal's workflow by delivering an empty file to the specified sink. The operation verifies that the sink is correctly configured, accessible and ready to receive audit logs.
         */
        post: operations["CloudService_ValidateAccountAuditLogSink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/audit-log-sinks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List audit log sinks
         * @description Returns a list of all audit log sinks for the account
         */
        get: operations["CloudService_GetAccountAuditLogSinks"];
        put?: never;
        /**
         * Create audit log sink
         * @description Creates a new audit log sink for exporting audit logs
         */
        post: operations["CloudService_CreateAccountAuditLogSink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/audit-log-sinks/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get audit log sink details
         * @description Returns detailed information about a specific audit log sink
         */
        get: operations["CloudService_GetAccountAuditLogSink"];
        put?: never;
        /**
         * Update audit log sink
         * @description Updates an existing audit log sink's configuration
         */
        post: operations["CloudService_UpdateAccountAuditLogSink"];
        /**
         * Delete audit log sink
         * @description Removes an audit log sink from the account
         */
        delete: operations["CloudService_DeleteAccountAuditLogSink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/audit-logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get audit logs
         * @description Returns a paginated list of audit logs for the account, optionally filtered by time range
         */
        get: operations["CloudService_GetAuditLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/billing-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a billing report
         * @description Creates a billing report for the account
         */
        post: operations["CloudService_CreateBillingReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/billing-reports/{billing_report_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a billing report
         * @description Gets an existing billing report for the account
         */
        get: operations["CloudService_GetBillingReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/connectivity-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all connectivity rules
         * @description Returns a list of all connectivity rules in the account
         */
        get: operations["CloudService_GetConnectivityRules"];
        put?: never;
        /**
         * Create connectivity rule
         * @description Creates a new connectivity rule for network access control
         */
        post: operations["CloudService_CreateConnectivityRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/connectivity-rules/{connectivity_rule_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get connectivity rule details
         * @description Returns detailed information about a specific connectivity rule
         */
        get: operations["CloudService_GetConnectivityRule"];
        put?: never;
        post?: never;
        /**
         * Delete connectivity rule
         * @description Removes a connectivity rule from the account
         */
        delete: operations["CloudService_DeleteConnectivityRule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/current-identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get current identity
         * @description Returns information about the currently authenticated user or service account principal
         */
        get: operations["CloudService_GetCurrentIdentity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/custom-roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List custom roles
         * @description Returns a list of custom roles in the account
         */
        get: operations["CloudService_GetCustomRoles"];
        put?: never;
        /**
         * Create a custom role
         * @description Creates a new custom role in the account
         */
        post: operations["CloudService_CreateCustomRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/custom-roles/{role_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get custom role by ID
         * @description Returns details for a specific custom role
         */
        get: operations["CloudService_GetCustomRole"];
        put?: never;
        /**
         * Update a custom role
         * @description Updates an existing custom role
         */
        post: operations["CloudService_UpdateCustomRole"];
        /**
         * Delete a custom role
         * @description Deletes a custom role from the account
         */
        delete: operations["CloudService_DeleteCustomRole"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/namespaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all namespaces
         * @description Returns a list of all namespaces in the account
         */
        get: operations["CloudService_GetNamespaces"];
        put?: never;
        /**
         * Create a namespace
         * @description Creates a new namespace in the account
         */
        post: operations["CloudService_CreateNamespace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/namespaces/{namespace}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get namespace details
         * @description Returns detailed information about a specific namespace
         */
        get: operations["CloudService_GetNamespace"];
        put?: never;
        /**
         * Update a namespace
         * @description Updates configuration for an existing namespace
         */
        post: operations["CloudService_UpdateNamespace"];
        /**
         * Delete a namespace
         * @description Permanently deletes a namespace and all its data
         */
        delete: operations["CloudService_DeleteNamespace"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/namespaces/{namespace}/add-region": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add namespace replica
         * @description Adds a new replica to an existing namespace
         */
        post: operations["CloudService_AddNamespaceRegion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/namespaces/{namespace}/capacity-info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get namespace capacity information
         * @description Returns capacity information for a namespace. This includes provisioned capacity options, on-demand limits, and 7 day historical APS statistics useful for capacity planning.
         */
        get: operations["CloudService_GetNamespaceCapacityInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/namespaces/{namespace}/export-sink-validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Validate history export sink configuration
         * @description Tests workflow history export sink configuration by delivering a test file to verify accessibility
         */
        post: operations["CloudService_ValidateNamespaceExportSink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/namespaces/{namespace}/export-sinks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List history export sinks
         * @description Returns a list of all workflow history export sinks for a namespace
         */
        get: operations["CloudService_GetNamespaceExportSinks"];
        put?: never;
        /**
         * Create history export sink
         * @description Creates a new workflow history export sink
         */
        post: operations["CloudService_CreateNamespaceExportSink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/namespaces/{namespace}/export-sinks/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get history sink details
         * @description Returns detailed information about a specific workflow history export sink
         */
        get: operations["CloudService_GetNamespaceExportSink"];
        put?: never;
        /**
         * Update history export sink
         * @description Updates an existing workflow history export sink's configuration
         */
        post: operations["CloudService_UpdateNamespaceExportSink"];
        /**
         * Delete history export sink
         * @description Removes a workflow history export sink from a namespace
         */
        delete: operations["CloudService_DeleteNamespaceExportSink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/namespaces/{namespace}/failover-region": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Failover namespace region
         * @description Initiates a regional failover for a high availability namespace
         */
        post: operations["CloudService_FailoverNamespaceRegion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/namespaces/{namespace}/regions/{region}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove namespace replica
         * @description Removes a replica from a high availability namespace
         */
        delete: operations["CloudService_DeleteNamespaceRegion"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/namespaces/{namespace}/rename-custom-search-attribute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rename custom search attribute
         * @description Renames a custom search attribute in a namespace
         */
        post: operations["CloudService_RenameCustomSearchAttribute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/namespaces/{namespace}/service-account-assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List service accounts with access to a namespace
         * @description Returns the service accounts that have access to the namespace, including each service account's namespace-level access.
         */
        get: operations["CloudService_GetServiceAccountNamespaceAssignments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/namespaces/{namespace}/service-accounts/{service_account_id}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set service account namespace access
         * @description Configures a service account's permissions for a specific namespace
         */
        post: operations["CloudService_SetServiceAccountNamespaceAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/namespaces/{namespace}/update-tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Update namespace tags
         * @description Updates the tags associated with a namespace
         */
        post: operations["CloudService_UpdateNamespaceTags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/namespaces/{namespace}/user-assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get users with access to a namespace
         * @description Returns the users that have access to the namespace, including each user's namespace-level access.
         */
        get: operations["CloudService_GetUserNamespaceAssignments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/namespaces/{namespace}/user-group-assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List user groups with access to a namespace
         * @description Returns the user groups that have access to the namespace, including each group's namespace-level access.
         */
        get: operations["CloudService_GetUserGroupNamespaceAssignments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/namespaces/{namespace}/user-groups/{group_id}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set user group namespace access
         * @description Configures a user group's permissions for a specific namespace
         */
        post: operations["CloudService_SetUserGroupNamespaceAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/namespaces/{namespace}/users/{user_id}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set user namespace access
         * @description Configures a user's permissions for a specific namespace
         */
        post: operations["CloudService_SetUserNamespaceAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/nexus/endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all Nexus endpoints
         * @description Returns a list of all Nexus endpoints in the account
         */
        get: operations["CloudService_GetNexusEndpoints"];
        put?: never;
        /**
         * Create a Nexus endpoint
         * @description Creates a new Nexus endpoint for cross-namespace communication
         */
        post: operations["CloudService_CreateNexusEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/nexus/endpoints/{endpoint_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Nexus endpoint details
         * @description Returns detailed information about a specific Nexus endpoint
         */
        get: operations["CloudService_GetNexusEndpoint"];
        put?: never;
        /**
         * Update a Nexus endpoint
         * @description Updates an existing Nexus endpoint's configuration
         */
        post: operations["CloudService_UpdateNexusEndpoint"];
        /**
         * Delete a Nexus endpoint
         * @description Removes a Nexus endpoint from the account
         */
        delete: operations["CloudService_DeleteNexusEndpoint"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/operations/{async_operation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get async operation status
         * @description Returns the current status and details of an asynchronous operation
         */
        get: operations["CloudService_GetAsyncOperation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the projects of the account that the caller may see.
         * @description Lists the projects of the account that the caller may see.
         */
        get: operations["CloudService_GetProjects"];
        put?: never;
        /**
         * Makes a project.
         * @description Makes a project.
         */
        post: operations["CloudService_CreateProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/projects/{project_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Describes a project.
         * @description Describes a project.
         */
        get: operations["CloudService_GetProject"];
        put?: never;
        /**
         * Changes a project.
         * @description Changes a project.
         */
        post: operations["CloudService_UpdateProject"];
        /**
         * Deletes an empty project.
         * @description Deletes an empty project.
         */
        delete: operations["CloudService_DeleteProject"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/projects/{project_id}/service-account-assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the service accounts with access to a project.
         * @description Lists the service accounts with access to a project.
         */
        get: operations["CloudService_GetServiceAccountProjectAssignments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/projects/{project_id}/service-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the service accounts that are bound to a project.
         * @description Lists the service accounts that are bound to a project.
         */
        get: operations["CloudService_GetProjectScopedServiceAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/projects/{project_id}/service-accounts/{service_account_id}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives a service account a role on a project, or takes it away.
         * @description Gives a service account a role on a project, or takes it away.
         */
        post: operations["CloudService_SetServiceAccountProjectAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/projects/{project_id}/user-assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the users with access to a project.
         * @description Lists the users with access to a project.
         */
        get: operations["CloudService_GetUserProjectAssignments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/projects/{project_id}/user-group-assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the groups with access to a project.
         * @description Lists the groups with access to a project.
         */
        get: operations["CloudService_GetUserGroupProjectAssignments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/projects/{project_id}/user-groups/{group_id}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives a group a role on a project, or takes it away.
         * @description Gives a group a role on a project, or takes it away.
         */
        post: operations["CloudService_SetUserGroupProjectAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/projects/{project_id}/users/{user_id}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives a user a role on a project, or takes it away.
         * @description Gives a user a role on a project, or takes it away.
         */
        post: operations["CloudService_SetUserProjectAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all regions
         * @description Returns a list of all available cloud regions
         */
        get: operations["CloudService_GetRegions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/regions/{region}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get region details
         * @description Returns detailed information about a specific region
         */
        get: operations["CloudService_GetRegion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/service-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all service accounts
         * @description Returns a list of all service accounts in the account
         */
        get: operations["CloudService_GetServiceAccounts"];
        put?: never;
        /**
         * Create a service account
         * @description Creates a new service account for automated access
         */
        post: operations["CloudService_CreateServiceAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/service-accounts/{service_account_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get service account details
         * @description Returns detailed information about a specific service account
         */
        get: operations["CloudService_GetServiceAccount"];
        put?: never;
        /**
         * Update a service account
         * @description Updates an existing service account's properties
         */
        post: operations["CloudService_UpdateServiceAccount"];
        /**
         * Delete a service account
         * @description Removes a service account from the account
         */
        delete: operations["CloudService_DeleteServiceAccount"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get usage data
         * @description Get usage data across namespaces
         */
        get: operations["CloudService_GetUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/user-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all user groups
         * @description Returns a list of all user groups in the account
         */
        get: operations["CloudService_GetUserGroups"];
        put?: never;
        /**
         * Create a user group
         * @description Creates a new user group for managing permissions
         */
        post: operations["CloudService_CreateUserGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/user-groups/{group_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get user group details
         * @description Returns detailed information about a specific user group
         */
        get: operations["CloudService_GetUserGroup"];
        put?: never;
        /**
         * Update a user group
         * @description Updates an existing user group's properties
         */
        post: operations["CloudService_UpdateUserGroup"];
        /**
         * Delete a user group
         * @description Removes a user group from the account
         */
        delete: operations["CloudService_DeleteUserGroup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/user-groups/{group_id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List users in a group
         * @description Returns a list of all users in a user group
         */
        get: operations["CloudService_GetUserGroupMembers"];
        put?: never;
        /**
         * Add user to group
         * @description Adds a user to a user group (Cloud groups only)
         */
        post: operations["CloudService_AddUserGroupMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/user-groups/{group_id}/remove-member": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove user from group
         * @description Removes a user from a user group (Cloud groups only)
         */
        post: operations["CloudService_RemoveUserGroupMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all users
         * @description Returns a list of all users in the account
         */
        get: operations["CloudService_GetUsers"];
        put?: never;
        /**
         * Create a user
         * @description Creates a new user in the account
         */
        post: operations["CloudService_CreateUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get user by ID
         * @description Takes a user ID, returns user details
         */
        get: operations["CloudService_GetUser"];
        put?: never;
        /**
         * Update a user
         * @description Updates an existing user's details
         */
        post: operations["CloudService_UpdateUser"];
        /**
         * Delete a user
         * @description Removes a user from the account
         */
        delete: operations["CloudService_DeleteUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/prometheus/{account_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest complete minute, for Prometheus and whatever else reads OpenMetrics.
         * @description The newest complete minute, for Prometheus and whatever else reads OpenMetrics. Account.metrics.uri is its address.
         */
        get: operations["MetricsService_GetMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/prometheus/{account_id}/v1/descriptors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What metrics there are.
         * @description What metrics there are.
         */
        get: operations["MetricsService_GetMetricDescriptors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/prometheus/{account_id}/v1/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest complete minute, for Prometheus and whatever else reads OpenMetrics.
         * @description The newest complete minute, for Prometheus and whatever else reads OpenMetrics. Account.metrics.uri is its address.
         */
        get: operations["MetricsService_GetMetrics2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/descriptors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What metrics there are.
         * @description What metrics there are.
         */
        get: operations["MetricsService_GetMetricDescriptors2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest complete minute, for Prometheus and whatever else reads OpenMetrics.
         * @description The newest complete minute, for Prometheus and whatever else reads OpenMetrics. Account.metrics.uri is its address.
         */
        get: operations["MetricsService_GetMetrics3"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Error: {
            /** @description The gRPC status code. */
            code: number;
            /** @description What is wrong and what to do about it. */
            message: string;
            details: ({
                "@type"?: string;
            } & {
                [key: string]: unknown;
            })[];
        };
        "cellplane.cloud.v1.AcceptInvitationRequest": {
            token?: string | null;
            password?: string | null;
        };
        "cellplane.cloud.v1.AcceptInvitationResponse": {
            accountId?: string;
            userId?: string;
            email?: string;
        };
        "cellplane.cloud.v1.AccessGrant": {
            /** @description "account_role", "namespace", "project" or "custom_role" */
            kind?: string;
            /** @description the role or permission; a custom role's name */
            role?: string;
            namespace?: string;
            projectId?: string;
            customRoleId?: string;
            /** @description the group that gives it, when it is not the principal's own */
            groupId?: string;
            groupDisplayName?: string;
        };
        "cellplane.cloud.v1.ActivateCertificateAuthorityRequest": {
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.ActivateCertificateAuthorityResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.AdjustCreditRequest": {
            accountId?: string | null;
            /** @description negative takes away, at most what is left */
            amountCents?: number | string | null;
            reason?: string | null;
            /** @description takes all of it back instead */
            void?: boolean | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.AdjustCreditResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.AdjustInvoiceRequest": {
            accountId?: string | null;
            /** @description its position in the invoice's lines, from 0; the whole invoice when left out */
            line?: number | string | null;
            /** @description decimal, signed, of the line: actions or byte-milliseconds; or amount_cents */
            quantity?: string | null;
            /** @description signed; or quantity */
            amountCents?: number | string | null;
            reason?: string | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.AdjustInvoiceResponse": {
            /** Format: double */
            amountCents?: number;
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.AdjustUsageRequest": {
            accountId?: string | null;
            namespace?: string | null;
            day?: string | null;
            kind?: string | null;
            workflowType?: string | null;
            /** @description decimal: actions or byte-milliseconds */
            quantity?: string | null;
            reason?: string | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.AdjustUsageResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.AdvanceTestClockRequest": {
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.AdvanceTestClockResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.AllowedAction": {
            action?: string;
            grants?: components["schemas"]["cellplane.cloud.v1.AccessGrant"][];
        };
        "cellplane.cloud.v1.ApiKeyPolicy": {
            spec?: components["schemas"]["cellplane.cloud.v1.ApiKeyPolicySpec"];
            resourceVersion?: string;
        };
        "cellplane.cloud.v1.ApiKeyPolicySpec": {
            /** @description no new keys; those that exist go on */
            creationDisabled?: boolean;
            /** @description no key of the account is accepted, at the API and at the gateways */
            useDisabled?: boolean;
        };
        "cellplane.cloud.v1.ApiKeyPolicySpec.Input": {
            /** @description no new keys; those that exist go on */
            creationDisabled?: boolean | null;
            /** @description no key of the account is accepted, at the API and at the gateways */
            useDisabled?: boolean | null;
        };
        "cellplane.cloud.v1.ApprovalRequest": {
            requestId?: string;
            /** @description "operation" of the control plane or "call" on a namespace */
            kind?: string;
            /** @description the rpc: "DeleteNamespace" */
            subject?: string;
            /** @description empty when it concerns the whole account */
            namespace?: string;
            resourceId?: string;
            /** @description of kind "call" */
            call?: components["schemas"]["cellplane.cloud.v1.CallToApprove"];
            reason?: string;
            requesterId?: string;
            requesterName?: string;
            /** @description PENDING, APPROVED, CARRIED_OUT, FAILED, REJECTED, EXPIRED, WITHDRAWN */
            state?: string;
            failureReason?: string;
            /** Format: int64 */
            approvalsNeeded?: number;
            decisions?: components["schemas"]["cellplane.cloud.v1.Decision"][];
            policyIds?: string[];
            /** @description allowed */
            breakGlass?: boolean;
            /** @description to be sent with Approve: what was read is what is approved */
            requestHash?: string;
            /** @description of kind "operation": its input is the request */
            asyncOperationId?: string;
            /** Format: date-time */
            createdTime?: string;
            /** Format: date-time */
            expiresTime?: string;
            /**
             * Format: date-time
             * @description of an approved call
             */
            grantExpiresTime?: string;
            /** Format: int64 */
            grantUses?: number;
        };
        "cellplane.cloud.v1.ApproveRequest": {
            requestHash?: string | null;
            comment?: string | null;
            breakGlass?: boolean | null;
        };
        "cellplane.cloud.v1.ApproveResponse": {
            request?: components["schemas"]["cellplane.cloud.v1.ApprovalRequest"];
        };
        "cellplane.cloud.v1.AttachCellRequest": {
            cellId?: string | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.AttachCellResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.BeginPasskeyRequest": {
            currentPassword?: string | null;
        };
        "cellplane.cloud.v1.BeginPasskeyResponse": {
            challengeId?: string;
            /** @description PublicKeyCredentialCreationOptionsJSON */
            optionsJson?: string;
        };
        "cellplane.cloud.v1.BeginPasskeySignInRequest": Record<string, never>;
        "cellplane.cloud.v1.BeginPasskeySignInResponse": {
            challengeId?: string;
            /** @description PublicKeyCredentialRequestOptionsJSON */
            optionsJson?: string;
        };
        "cellplane.cloud.v1.BeginSecondFactorRequest": {
            currentPassword?: string | null;
        };
        "cellplane.cloud.v1.BeginSecondFactorResponse": {
            /** @description base32, to be typed */
            secret?: string;
            /** @description the same for a QR code */
            otpauthUri?: string;
        };
        "cellplane.cloud.v1.BeginSingleSignOnRequest": {
            accountId?: string | null;
            /** @description a path of the console; "/" unless said */
            returnTo?: string | null;
        };
        "cellplane.cloud.v1.BeginSingleSignOnResponse": {
            authorizationUrl?: string;
            /** @description for CompleteSingleSignOn; keep it where no other site gets it */
            browserSecret?: string;
        };
        "cellplane.cloud.v1.BilledUsage": {
            namespace?: string;
            /** Format: date-time */
            day?: string;
            /** @description an action kind, "active_storage" or "retained_storage" */
            kind?: string;
            workflowType?: string;
            /** @description decimal: actions or byte-seconds */
            quantity?: string;
        };
        "cellplane.cloud.v1.BillingAlert": {
            kind?: string;
            subject?: string;
            /** Format: date-time */
            raisedTime?: string;
            /** Format: date-time */
            resolvedTime?: string;
            /** @description both sides of a difference */
            detailJson?: string;
            /** @description for operators */
            accountId?: string;
        };
        "cellplane.cloud.v1.BookPrice": {
            meter?: string;
            /** @description units that a tier's micros buy: actions or byte-milliseconds */
            per?: string;
            unitName?: string;
            /** @description units that the plan includes */
            included?: string;
            tiers?: components["schemas"]["cellplane.cloud.v1.PriceTier"][];
        };
        "cellplane.cloud.v1.Budget": {
            resourceVersion?: string;
            spec?: components["schemas"]["cellplane.cloud.v1.BudgetSpec"];
        };
        "cellplane.cloud.v1.BudgetSpec": {
            /**
             * Format: double
             * @description of a calendar month in UTC, before credits and taxes
             */
            amountCents?: number;
            /** @description told once a month each */
            thresholdPercents?: number[];
            emails?: string[];
            /** @description gets a JSON object with an id per notice, again until it answers 2xx */
            webhookUrl?: string;
            /** @description at the amount, new work is refused until the next month; what runs goes on */
            hardCap?: boolean;
            tellUnusualDays?: boolean;
        };
        "cellplane.cloud.v1.BudgetSpec.Input": {
            /** @description of a calendar month in UTC, before credits and taxes */
            amountCents?: number | string | null;
            /** @description told once a month each */
            thresholdPercents?: (number | string)[] | null;
            emails?: string[] | null;
            /** @description gets a JSON object with an id per notice, again until it answers 2xx */
            webhookUrl?: string | null;
            /** @description at the amount, new work is refused until the next month; what runs goes on */
            hardCap?: boolean | null;
            tellUnusualDays?: boolean | null;
        };
        "cellplane.cloud.v1.CallToApprove": {
            /** @description "<name>.<account>" */
            namespace?: string;
            /** @description "TerminateWorkflowExecution" */
            method?: string;
            /** @description of the one workflow */
            workflowId?: string;
            /** @description of a batch, exactly as it will be sent */
            visibilityQuery?: string;
            /** @description who calls with a client certificate; empty: the requester with an API key */
            certificateSha256?: string;
            reason?: string;
        };
        "cellplane.cloud.v1.CallToApprove.Input": {
            /** @description "<name>.<account>" */
            namespace?: string | null;
            /** @description "TerminateWorkflowExecution" */
            method?: string | null;
            /** @description of the one workflow */
            workflowId?: string | null;
            /** @description of a batch, exactly as it will be sent */
            visibilityQuery?: string | null;
            /** @description who calls with a client certificate; empty: the requester with an API key */
            certificateSha256?: string | null;
            reason?: string | null;
        };
        "cellplane.cloud.v1.Cell": {
            spec?: components["schemas"]["cellplane.cloud.v1.CellSpec"];
            /** @description REGISTERING, ACTIVE, FAILED */
            state?: string;
            /** Format: int64 */
            namespaces?: number;
            /** Format: date-time */
            createdTime?: string;
            asyncOperationId?: string;
        };
        "cellplane.cloud.v1.CellHealth": {
            cellId?: string;
            reachable?: boolean;
            version?: string;
            /** @description why it is not reachable */
            failure?: string;
            /**
             * Format: double
             * @description where the cell tells
             */
            openWorkflows?: number;
            /**
             * Format: int64
             * @description how often another process became the cell's writer
             */
            epoch?: number;
            /**
             * Format: double
             * @description of the probe
             */
            latencyMs?: number;
        };
        "cellplane.cloud.v1.CellSpec": {
            cellId?: string;
            /** @description an id of GetRegions */
            region?: string;
            /** @description "embedded" or "temporal" */
            driver?: string;
            /** @description host:port */
            address?: string;
            /** @description further regions whose namespaces it takes; at most 20 */
            alsoServes?: string[];
        };
        "cellplane.cloud.v1.CellSpec.Input": {
            cellId?: string | null;
            /** @description an id of GetRegions */
            region?: string | null;
            /** @description "embedded" or "temporal" */
            driver?: string | null;
            /** @description host:port */
            address?: string | null;
            /** @description further regions whose namespaces it takes; at most 20 */
            alsoServes?: string[] | null;
        };
        "cellplane.cloud.v1.Certificate": {
            certificateId?: string;
            namespace?: string;
            displayName?: string;
            /** @description hex */
            serialNumber?: string;
            /** @description hex of the DER */
            sha256Fingerprint?: string;
            subject?: string;
            /** @description ISSUING, ACTIVE, REVOKING, REVOKED, EXPIRED, FAILED */
            state?: string;
            /** @description leaf, empty until issued */
            certificatePem?: string;
            /** @description leaf and CA */
            chainPem?: string;
            /** Format: date-time */
            notBefore?: string;
            /** Format: date-time */
            notAfter?: string;
            /** Format: date-time */
            revokedTime?: string;
            asyncOperationId?: string;
            autoRenew?: boolean;
            /** @description empty until it is renewed */
            renewedByCertificateId?: string;
        };
        "cellplane.cloud.v1.CertificateSpec": {
            /** @description "<name>.<account>" the certificate is meant for */
            namespace?: string | null;
            /** @description PKCS #10; its signature proves possession of the key */
            csrPem?: string | null;
            displayName?: string | null;
            /** @description 1 minute to 365 days, default 90 days */
            lifetime?: string | null;
            /**
             * @description When two thirds of its time are over, a new one is issued: get it by GetCertificate with `latest`. Needs a lifetime
             *     of 10 minutes at least.
             */
            autoRenew?: boolean | null;
        };
        "cellplane.cloud.v1.ChangeBillingTermsRequest": {
            accountId?: string | null;
            priceBook?: string | null;
            discountBasisPoints?: number | string | null;
            /** @description the open period's start when left out */
            validFrom?: string | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.ChangeBillingTermsResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.ChangePasswordRequest": {
            currentPassword?: string | null;
            newPassword?: string | null;
        };
        "cellplane.cloud.v1.ChangePasswordResponse": {
            csrfToken?: string;
        };
        "cellplane.cloud.v1.ChangePlanRequest": {
            priceBook?: string | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.ChangePlanResponse": {
            atOnce?: boolean;
            /** Format: date-time */
            effectiveTime?: string;
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.CheckProvisioningGateRequest": {
            email?: string | null;
        };
        "cellplane.cloud.v1.CheckProvisioningGateResponse": {
            allowed?: boolean;
            /** @description empty when the directory has nobody like this */
            userDn?: string;
            /** @description the group by which they pass */
            groupDn?: string;
        };
        "cellplane.cloud.v1.ClearedMeter": {
            meter?: string;
            /** @description actions or byte-milliseconds */
            metered?: string;
            invoiced?: string;
            adjusted?: string;
            open?: string;
            /** @description zero when the books are right */
            stranded?: string;
            /** @description of what is invoiced, by adjustments of closed periods; signed */
            corrected?: string;
        };
        "cellplane.cloud.v1.CompleteCardSetupRequest": Record<string, never>;
        "cellplane.cloud.v1.CompleteCardSetupResponse": {
            paymentMethodId?: string;
        };
        "cellplane.cloud.v1.CompleteSingleSignOnRequest": {
            /** @description as it came: "code=...&state=...&iss=..." */
            callbackQuery?: string | null;
            browserSecret?: string | null;
        };
        "cellplane.cloud.v1.CompleteSingleSignOnResponse": {
            session?: components["schemas"]["cellplane.cloud.v1.Session"];
            csrfToken?: string;
            returnTo?: string;
        };
        "cellplane.cloud.v1.ConfirmPasskeyRequest": {
            challengeId?: string | null;
            displayName?: string | null;
            /** @description RegistrationResponseJSON */
            responseJson?: string | null;
        };
        "cellplane.cloud.v1.ConfirmPasskeyResponse": {
            passkeyId?: string;
            /** @description of the first second factor; shown once */
            recoveryCodes?: string[];
        };
        "cellplane.cloud.v1.ConfirmSecondFactorRequest": {
            code?: string | null;
        };
        "cellplane.cloud.v1.ConfirmSecondFactorResponse": {
            recoveryCodes?: string[];
        };
        "cellplane.cloud.v1.ConsensusPolicy": {
            policyId?: string;
            resourceVersion?: string;
            spec?: components["schemas"]["cellplane.cloud.v1.ConsensusPolicySpec"];
            /** Format: date-time */
            createdTime?: string;
            /** Format: date-time */
            lastModifiedTime?: string;
        };
        "cellplane.cloud.v1.ConsensusPolicySpec": {
            displayName?: string;
            /** @description "<name>.<account>" of those that are protected */
            namespaces?: string[];
            /** @description and those with any of these tags */
            tags?: {
                [key: string]: string;
            };
            /** @description or all there are */
            wholeAccount?: boolean;
            /**
             * @description delete_namespace, failover, access (users, groups, roles, certificates and keys accepted by a namespace), and of
             *     running workflows: terminate, reset, delete_workflow, batch
             */
            operations?: string[];
            /**
             * Format: int64
             * @description of so many other people, 1 to 5
             */
            approvals?: number;
            /**
             * @description 5 minutes to 14 days, default 1 day: then the request has expired
             * @example 3600s
             */
            requestLifetime?: string;
            /**
             * @description of an approved call, 1 minute to 1 day, default 15 minutes
             * @example 3600s
             */
            grantLifetime?: string;
            /**
             * Format: int64
             * @description of an approved call, 1 to 100, default 1; counted by each gateway
             */
            grantUses?: number;
            /** @description empty: all owners and global admins */
            approverUserIds?: string[];
            /** @description an owner may approve alone, also an own request; it is audited and told to all administrators */
            breakGlass?: boolean;
            /**
             * @description What the account's identity provider adds by SCIM is let through in spite of `access`, but for making somebody an
             *     owner or global admin; without it, such additions are refused.
             */
            directoryExempt?: boolean;
        };
        "cellplane.cloud.v1.ConsensusPolicySpec.Input": {
            displayName?: string | null;
            /** @description "<name>.<account>" of those that are protected */
            namespaces?: string[] | null;
            /** @description and those with any of these tags */
            tags?: {
                [key: string]: string;
            } | null;
            /** @description or all there are */
            wholeAccount?: boolean | null;
            /**
             * @description delete_namespace, failover, access (users, groups, roles, certificates and keys accepted by a namespace), and of
             *     running workflows: terminate, reset, delete_workflow, batch
             */
            operations?: string[] | null;
            /** @description of so many other people, 1 to 5 */
            approvals?: number | string | null;
            /** @description 5 minutes to 14 days, default 1 day: then the request has expired */
            requestLifetime?: string | null;
            /** @description of an approved call, 1 minute to 1 day, default 15 minutes */
            grantLifetime?: string | null;
            /** @description of an approved call, 1 to 100, default 1; counted by each gateway */
            grantUses?: number | string | null;
            /** @description empty: all owners and global admins */
            approverUserIds?: string[] | null;
            /** @description an owner may approve alone, also an own request; it is audited and told to all administrators */
            breakGlass?: boolean | null;
            /**
             * @description What the account's identity provider adds by SCIM is let through in spite of `access`, but for making somebody an
             *     owner or global admin; without it, such additions are refused.
             */
            directoryExempt?: boolean | null;
        };
        "cellplane.cloud.v1.CostRow": {
            namespace?: string;
            /** @description of an action, or "storage" */
            kind?: string;
            workflowType?: string;
            taskQueue?: string;
            /** Format: date-time */
            periodStart?: string;
            /** @description decimal, of the account's currency */
            costMicros?: string;
            /** @description id; empty for a namespace that is deleted */
            project?: string;
            tags?: {
                [key: string]: string;
            };
        };
        "cellplane.cloud.v1.CreateApprovalRequestRequest": {
            call?: components["schemas"]["cellplane.cloud.v1.CallToApprove.Input"] | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.CreateApprovalRequestResponse": {
            requestId?: string;
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.CreateConsensusPolicyRequest": {
            spec?: components["schemas"]["cellplane.cloud.v1.ConsensusPolicySpec.Input"] | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.CreateConsensusPolicyResponse": {
            policyId?: string;
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.CreateRegionRequest": {
            spec?: components["schemas"]["cellplane.cloud.v1.RegionSpec.Input"] | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.CreateRegionResponse": {
            region?: string;
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.CreateScimTokenRequest": {
            spec?: components["schemas"]["cellplane.cloud.v1.ScimTokenSpec.Input"] | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.CreateScimTokenResponse": {
            tokenId?: string;
            token?: string;
            baseUrl?: string;
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.CreditGrant": {
            grantId?: string;
            name?: string;
            /** @description "trial", "promotional", "paid" */
            category?: string;
            currency?: string;
            /** Format: double */
            amountCents?: number;
            /** Format: double */
            balanceCents?: number;
            /** Format: int32 */
            priority?: number;
            /** Format: date-time */
            effectiveTime?: string;
            /** Format: date-time */
            expireTime?: string;
            /** Format: date-time */
            voidedTime?: string;
        };
        "cellplane.cloud.v1.CreditInvoiceRequest": {
            accountId?: string | null;
            amountCents?: number | string | null;
            reason?: string | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.CreditInvoiceResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.Decision": {
            userId?: string;
            userName?: string;
            /** @description APPROVED, REJECTED, BREAK_GLASS */
            decision?: string;
            comment?: string;
            /** Format: date-time */
            time?: string;
        };
        "cellplane.cloud.v1.DeleteConsensusPolicyResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.DeleteCustomSearchAttributeRequest": {
            customSearchAttributeName?: string | null;
            /** @description that of GetNamespace */
            resourceVersion?: string | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.DeleteCustomSearchAttributeResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.DeleteIdentityProviderResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.DeleteProvisioningGateResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.DeleteScimTokenResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.Dunning": {
            /** @description empty, "GRACE", "RESTRICTED" (no new work), "SUSPENDED" */
            step?: string;
            /** Format: double */
            owedCents?: number;
            /** Format: date-time */
            unpaidSince?: string;
            nextStep?: string;
            /** Format: date-time */
            nextStepTime?: string;
            /**
             * Format: date-time
             * @description until then nothing is restricted
             */
            heldUntil?: string;
        };
        "cellplane.cloud.v1.EndSessionsRequest": {
            sessionId?: string | null;
            /** @description instead of session_id */
            allOthers?: boolean | null;
        };
        "cellplane.cloud.v1.EndSessionsResponse": {
            /** Format: int64 */
            ended?: number;
        };
        "cellplane.cloud.v1.EnterOperatorAreaRequest": {
            currentPassword?: string | null;
            /** @description of the authenticator app, or a recovery code, for who has a second factor */
            code?: string | null;
        };
        "cellplane.cloud.v1.EnterOperatorAreaResponse": {
            /** Format: date-time */
            untilTime?: string;
        };
        "cellplane.cloud.v1.EstimateCostResponse": {
            currency?: string;
            /** @description the month so far */
            beforeMicros?: string;
            afterMicros?: string;
            differenceMicros?: string;
        };
        "cellplane.cloud.v1.EstimatePlanChangeResponse": {
            currency?: string;
            priceBook?: string;
            plan?: string;
            atOnce?: boolean;
            /** Format: date-time */
            effectiveTime?: string;
            /** @description Each month as it will be if the account goes on as in the last four weeks, before credits and taxes. */
            thisMonthCurrentMicros?: string;
            thisMonthNewMicros?: string;
            nextMonthCurrentMicros?: string;
            nextMonthNewMicros?: string;
        };
        "cellplane.cloud.v1.ExplainAccessResponse": {
            allowedActions?: components["schemas"]["cellplane.cloud.v1.AllowedAction"][];
        };
        "cellplane.cloud.v1.FreeTrial": {
            /** Format: double */
            amountCents?: number;
            /**
             * Format: double
             * @description after the invoices so far
             */
            balanceCents?: number;
            /**
             * Format: double
             * @description after what this month costs so far as well; 0 when the trial is over
             */
            leftCents?: number;
            /** Format: date-time */
            expireTime?: string;
        };
        "cellplane.cloud.v1.GetApiKeyPolicyResponse": {
            policy?: components["schemas"]["cellplane.cloud.v1.ApiKeyPolicy"];
        };
        "cellplane.cloud.v1.GetApprovalRequestResponse": {
            request?: components["schemas"]["cellplane.cloud.v1.ApprovalRequest"];
        };
        "cellplane.cloud.v1.GetApprovalRequestsResponse": {
            requests?: components["schemas"]["cellplane.cloud.v1.ApprovalRequest"][];
            nextPageToken?: string;
        };
        "cellplane.cloud.v1.GetBillingAlertsResponse": {
            alerts?: components["schemas"]["cellplane.cloud.v1.BillingAlert"][];
        };
        "cellplane.cloud.v1.GetBillingProofResponse": {
            periods?: components["schemas"]["cellplane.cloud.v1.PeriodProof"][];
            clearing?: components["schemas"]["cellplane.cloud.v1.ClearedMeter"][];
            /** Format: date-time */
            checkedTime?: string;
        };
        "cellplane.cloud.v1.GetBillingResponse": {
            currency?: string;
            /** @description "public-business@1" */
            priceBook?: string;
            /** @description its name, empty without one */
            plan?: string;
            /** Format: double */
            discountBasisPoints?: number;
            /** Format: date-time */
            periodStart?: string;
            /** Format: date-time */
            periodEnd?: string;
            /** @description of the period so far, before credits and taxes */
            spentMicros?: string;
            forecastMicros?: string;
            /** @description eight months in ten end between low and high */
            forecastLowMicros?: string;
            forecastHighMicros?: string;
            /**
             * Format: double
             * @description left to use now
             */
            creditCents?: number;
            /**
             * Format: date-time
             * @description yesterday, when it was far above the days before
             */
            unusualDay?: string;
            unusualDayMicros?: string;
            alerts?: components["schemas"]["cellplane.cloud.v1.BillingAlert"][];
            /** @description absent for an account without one */
            trial?: components["schemas"]["cellplane.cloud.v1.FreeTrial"];
            /** @description that is to come; empty when nothing changes */
            nextPriceBook?: string;
            /** Format: date-time */
            nextPriceBookTime?: string;
            /** @description absent while nothing is owed */
            dunning?: components["schemas"]["cellplane.cloud.v1.Dunning"];
            /** @description its periods can be ended by AdvanceTestClock */
            hasTestClock?: boolean;
        };
        "cellplane.cloud.v1.GetBudgetResponse": {
            budget?: components["schemas"]["cellplane.cloud.v1.Budget"];
        };
        "cellplane.cloud.v1.GetCellResponse": {
            cell?: components["schemas"]["cellplane.cloud.v1.Cell"];
        };
        "cellplane.cloud.v1.GetCellsResponse": {
            cells?: components["schemas"]["cellplane.cloud.v1.Cell"][];
        };
        "cellplane.cloud.v1.GetCertificateAuthorityResponse": {
            /** @description of the one that signs */
            certificatePem?: string;
            /** Format: date-time */
            expiresTime?: string;
            /** @description of the one that was prepared; empty when none is */
            nextCertificatePem?: string;
            /** @description their certificates may still be good */
            previousCertificatePems?: string[];
        };
        "cellplane.cloud.v1.GetCertificateResponse": {
            certificate?: components["schemas"]["cellplane.cloud.v1.Certificate"];
        };
        "cellplane.cloud.v1.GetCertificatesResponse": {
            certificates?: components["schemas"]["cellplane.cloud.v1.Certificate"][];
            nextPageToken?: string;
        };
        "cellplane.cloud.v1.GetConnectivityRuleSourcesResponse": {
            sourceCidrs?: string[];
            resourceVersion?: string;
        };
        "cellplane.cloud.v1.GetConsensusPoliciesResponse": {
            policies?: components["schemas"]["cellplane.cloud.v1.ConsensusPolicy"][];
            nextPageToken?: string;
        };
        "cellplane.cloud.v1.GetConsensusPolicyResponse": {
            policy?: components["schemas"]["cellplane.cloud.v1.ConsensusPolicy"];
        };
        "cellplane.cloud.v1.GetCostReportResponse": {
            /** @description the most expensive first */
            rows?: components["schemas"]["cellplane.cloud.v1.CostRow"][];
            totalMicros?: string;
            currency?: string;
            /**
             * Format: date-time
             * @description of the days that are in the report
             */
            startTime?: string;
            /** Format: date-time */
            endTime?: string;
            /**
             * Format: date-time
             * @description what happened before this moment is all in the report
             */
            finalUntil?: string;
        };
        "cellplane.cloud.v1.GetCreditsResponse": {
            credits?: components["schemas"]["cellplane.cloud.v1.CreditGrant"][];
        };
        "cellplane.cloud.v1.GetIdentityProviderResponse": {
            provider?: components["schemas"]["cellplane.cloud.v1.IdentityProvider"];
        };
        "cellplane.cloud.v1.GetInstallationResponse": {
            /** @description what gateways pull; it rises with every change that they must know */
            directoryVersion?: string;
            /** Format: int64 */
            accounts?: number;
            /** Format: int64 */
            namespaces?: number;
            /** Format: int64 */
            operationsUnfinished?: number;
            /**
             * Format: int64
             * @description in the last day
             */
            operationsFailed?: number;
            /** Format: int64 */
            mailsWaiting?: number;
            cells?: components["schemas"]["cellplane.cloud.v1.CellHealth"][];
            alerts?: components["schemas"]["cellplane.cloud.v1.InstallationAlert"][];
        };
        "cellplane.cloud.v1.GetInvoiceAdjustmentsResponse": {
            adjustments?: components["schemas"]["cellplane.cloud.v1.InvoiceAdjustment"][];
            nextPageToken?: string;
        };
        "cellplane.cloud.v1.GetInvoiceDocumentResponse": {
            fileName?: string;
            contentType?: string;
            /** Format: byte */
            content?: string;
        };
        "cellplane.cloud.v1.GetInvoiceLineUsageResponse": {
            usage?: components["schemas"]["cellplane.cloud.v1.BilledUsage"][];
            nextPageToken?: string;
        };
        "cellplane.cloud.v1.GetInvoiceResponse": {
            invoice?: components["schemas"]["cellplane.cloud.v1.Invoice"];
        };
        "cellplane.cloud.v1.GetInvoicesResponse": {
            invoices?: components["schemas"]["cellplane.cloud.v1.Invoice"][];
            nextPageToken?: string;
        };
        "cellplane.cloud.v1.GetMailsResponse": {
            mails?: components["schemas"]["cellplane.cloud.v1.Mail"][];
        };
        "cellplane.cloud.v1.GetMetricDescriptorsResponse": {
            descriptors?: components["schemas"]["cellplane.cloud.v1.MetricDescriptor"][];
        };
        "cellplane.cloud.v1.GetNamespaceAuditResponse": {
            audit?: components["schemas"]["cellplane.cloud.v1.NamespaceAudit"];
        };
        "cellplane.cloud.v1.GetNamespaceWarningsResponse": {
            warnings?: components["schemas"]["cellplane.cloud.v1.NamespaceWarning"][];
        };
        "cellplane.cloud.v1.GetOperatorAccessResponse": {
            eligible?: boolean;
            /**
             * Format: date-time
             * @description unset: not in the area
             */
            untilTime?: string;
        };
        "cellplane.cloud.v1.GetPasskeysResponse": {
            passkeys?: components["schemas"]["cellplane.cloud.v1.Passkey"][];
        };
        "cellplane.cloud.v1.GetPaymentMethodsResponse": {
            paymentMethods?: components["schemas"]["cellplane.cloud.v1.PaymentMethod"][];
        };
        "cellplane.cloud.v1.GetPriceBooksResponse": {
            priceBooks?: components["schemas"]["cellplane.cloud.v1.PriceBook"][];
        };
        "cellplane.cloud.v1.GetProvisioningGateResponse": {
            gate?: components["schemas"]["cellplane.cloud.v1.ProvisioningGate"];
        };
        "cellplane.cloud.v1.GetProvisioningResponse": {
            provisioning?: components["schemas"]["cellplane.cloud.v1.Provisioning"];
            steps?: components["schemas"]["cellplane.cloud.v1.ProvisioningStep"][];
            /** @description false when the control cell has no run of it, or no more */
            hasHistory?: boolean;
        };
        "cellplane.cloud.v1.GetProvisioningsResponse": {
            provisionings?: components["schemas"]["cellplane.cloud.v1.Provisioning"][];
            nextPageToken?: string;
        };
        "cellplane.cloud.v1.GetQuotasResponse": {
            quotas?: components["schemas"]["cellplane.cloud.v1.Quota"][];
        };
        "cellplane.cloud.v1.GetRegionSettingsResponse": {
            regions?: components["schemas"]["cellplane.cloud.v1.RegionSettings"][];
        };
        "cellplane.cloud.v1.GetScimTokensResponse": {
            tokens?: components["schemas"]["cellplane.cloud.v1.ScimToken"][];
            /** @description what the identity provider is told, beside the token */
            baseUrl?: string;
        };
        "cellplane.cloud.v1.GetSecondFactorResponse": {
            active?: boolean;
            /** Format: int64 */
            recoveryCodesLeft?: number;
        };
        "cellplane.cloud.v1.GetSessionResponse": {
            session?: components["schemas"]["cellplane.cloud.v1.Session"];
            csrfToken?: string;
        };
        "cellplane.cloud.v1.GetSessionsResponse": {
            sessions?: components["schemas"]["cellplane.cloud.v1.SessionInfo"][];
        };
        "cellplane.cloud.v1.GetSignInPolicyResponse": {
            policy?: components["schemas"]["cellplane.cloud.v1.SignInPolicy"];
        };
        "cellplane.cloud.v1.GetSigningKeysResponse": {
            keys?: components["schemas"]["cellplane.cloud.v1.SigningKey"][];
        };
        "cellplane.cloud.v1.GetUsageReportResponse": {
            rows?: components["schemas"]["cellplane.cloud.v1.UsageRow"][];
            /** Format: double */
            totalActions?: number;
            totalActiveByteSeconds?: string;
            totalRetainedByteSeconds?: string;
            /**
             * Format: date-time
             * @description what happened before this moment is all in the report
             */
            finalUntil?: string;
        };
        "cellplane.cloud.v1.GrantCreditRequest": {
            accountId?: string | null;
            name?: string | null;
            category?: string | null;
            currency?: string | null;
            amountCents?: number | string | null;
            /** @description 0 is used first; 50 when left out */
            priority?: number | string | null;
            /** @description now when left out */
            effectiveTime?: string | null;
            expireTime?: string | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.GrantCreditResponse": {
            grantId?: string;
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.HoldDunningRequest": {
            accountId?: string | null;
            /** @description left out: the hold ends */
            until?: string | null;
            reason?: string | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.HoldDunningResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.IdentityProvider": {
            spec?: components["schemas"]["cellplane.cloud.v1.IdentityProviderSpec"];
            hasClientSecret?: boolean;
            resourceVersion?: string;
            /** @description where people of the account begin */
            signInUrl?: string;
            /** @description what the provider is told */
            redirectUrl?: string;
        };
        "cellplane.cloud.v1.IdentityProviderSpec": {
            /** @description "https://login.example.com": its discovery document is read there */
            issuer?: string;
            clientId?: string;
            /** @description addresses of others do not come in; at least one */
            emailDomains?: string[];
            /** @description "email" unless said */
            emailClaim?: string;
            /** @description The provider says nothing about whether addresses are verified (Entra ID), and is believed all the same. */
            assumeEmailVerified?: boolean;
            /** @description with allowed_groups: who has none of them does not come in */
            groupsClaim?: string;
            allowedGroups?: string[];
            /** @description whoever comes in becomes a user */
            provisionsUsers?: boolean;
            /** @description of such users: "none" (unless said), "metrics_read", "read" or "developer" */
            defaultRole?: string;
            /** @description no passwords, but for break_glass_user_ids */
            ssoRequired?: boolean;
            /** @description owners with a password; at least one when sso_required */
            breakGlassUserIds?: string[];
        };
        "cellplane.cloud.v1.IdentityProviderSpec.Input": {
            /** @description "https://login.example.com": its discovery document is read there */
            issuer?: string | null;
            clientId?: string | null;
            /** @description addresses of others do not come in; at least one */
            emailDomains?: string[] | null;
            /** @description "email" unless said */
            emailClaim?: string | null;
            /** @description The provider says nothing about whether addresses are verified (Entra ID), and is believed all the same. */
            assumeEmailVerified?: boolean | null;
            /** @description with allowed_groups: who has none of them does not come in */
            groupsClaim?: string | null;
            allowedGroups?: string[] | null;
            /** @description whoever comes in becomes a user */
            provisionsUsers?: boolean | null;
            /** @description of such users: "none" (unless said), "metrics_read", "read" or "developer" */
            defaultRole?: string | null;
            /** @description no passwords, but for break_glass_user_ids */
            ssoRequired?: boolean | null;
            /** @description owners with a password; at least one when sso_required */
            breakGlassUserIds?: string[] | null;
        };
        "cellplane.cloud.v1.InstallationAlert": {
            /** @description "cell-away", "work-stuck", "mail-stuck", "invoice-difference", "invoice-missing", "meter-difference" */
            kind?: string;
            /** @description what it is about: a cell, an operation, an invoice */
            subject?: string;
            /** @description empty when it is about no account */
            accountId?: string;
            text?: string;
            /** Format: date-time */
            sinceTime?: string;
        };
        "cellplane.cloud.v1.Invoice": {
            invoiceId?: string;
            stripeInvoiceId?: string;
            /** @description DRAFT, OPEN, PAID, VOID, UNCOLLECTIBLE */
            state?: string;
            /** Format: date-time */
            periodStart?: string;
            /** Format: date-time */
            periodEnd?: string;
            lines?: components["schemas"]["cellplane.cloud.v1.InvoiceLine"][];
            /**
             * Format: double
             * @description by our own rating
             */
            totalCents?: number;
            /**
             * Format: double
             * @description as Stripe says
             */
            stripeTotalCents?: number;
            currency?: string;
            /** Format: date-time */
            paidTime?: string;
            /**
             * Format: double
             * @description paid by credits, not in the total
             */
            creditCents?: number;
            priceBook?: string;
        };
        "cellplane.cloud.v1.InvoiceAdjustment": {
            /** @description of the operation that made it */
            adjustmentId?: string;
            /** @description the invoice that is corrected */
            invoiceId?: string;
            /**
             * Format: int32
             * @description its position in the invoice's lines, from 0; empty for the whole invoice
             */
            line?: number;
            namespace?: string;
            /** @description of the line */
            kind?: string;
            /** @description decimal, signed: actions or byte-milliseconds; empty when the amount was given */
            quantity?: string;
            /**
             * Format: double
             * @description negative lowers the bill
             */
            amountCents?: number;
            /**
             * Format: double
             * @description what goes onto the next invoices
             */
            openCents?: number;
            reason?: string;
            /** @description "next_invoice" or "credit_note" */
            settlement?: string;
            /** @description the invoices that have it as a line */
            settledOn?: string[];
            /** Format: date-time */
            createdTime?: string;
        };
        "cellplane.cloud.v1.InvoiceLine": {
            description?: string;
            namespace?: string;
            /** @description "actions", "active_storage", "retained_storage", "plan_fee", "discount", "adjustment", "credit" */
            kind?: string;
            /** @description decimal: actions or byte-seconds */
            quantity?: string;
            /** @description decimal micro-dollars, before rounding */
            amountMicros?: string;
            /** Format: double */
            amountCents?: number;
        };
        "cellplane.cloud.v1.IssueCertificateRequest": {
            spec?: components["schemas"]["cellplane.cloud.v1.CertificateSpec"] | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.IssueCertificateResponse": {
            certificateId?: string;
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.LeaveOperatorAreaResponse": Record<string, never>;
        "cellplane.cloud.v1.Mail": {
            mailId?: string;
            to?: string;
            subject?: string;
            text?: string;
            /** Format: date-time */
            sentTime?: string;
        };
        "cellplane.cloud.v1.MakeCommitmentRequest": {
            accountId?: string | null;
            currency?: string | null;
            amountCents?: number | string | null;
            /** @description now when left out */
            startTime?: string | null;
            years?: number | string | null;
            /** @description the commitment that this one renews */
            renews?: string | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.MakeCommitmentResponse": {
            commitmentId?: string;
            /** Format: double */
            rolledOverCents?: number;
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.MetricDescriptor": {
            name?: string;
            /** @description "gauge" */
            type?: string;
            /** @description of what it tells: "rate" for each second over the minute, "value" of its end, or "seconds" of a percentile */
            unit?: string;
            help?: string;
            labels?: string[];
        };
        "cellplane.cloud.v1.NamespaceAudit": {
            /** @description "<name>.<account>" */
            namespace?: string;
            enabled?: boolean;
            /** @description Send the latest one with a change. */
            resourceVersion?: string;
        };
        "cellplane.cloud.v1.NamespaceWarning": {
            /** @description of the namespace's spec */
            field?: string;
            message?: string;
        };
        "cellplane.cloud.v1.OpenBillingPortalRequest": Record<string, never>;
        "cellplane.cloud.v1.OpenBillingPortalResponse": {
            url?: string;
        };
        "cellplane.cloud.v1.Passkey": {
            passkeyId?: string;
            displayName?: string;
            /** Format: date-time */
            createdTime?: string;
            /** Format: date-time */
            lastUsedTime?: string;
            /** @description kept by the person's provider of passkeys, on several devices */
            backedUp?: boolean;
        };
        "cellplane.cloud.v1.PayInvoiceRequest": {
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.PayInvoiceResponse": {
            state?: string;
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.PaymentMethod": {
            /** @description the payment provider's */
            paymentMethodId?: string;
            /** @description "card", "us_bank_account" */
            type?: string;
            /** @description the card's brand, or the bank's name */
            brand?: string;
            last4?: string;
            /**
             * Format: int32
             * @description of a card
             */
            expiryMonth?: number;
            /** Format: int32 */
            expiryYear?: number;
            isDefault?: boolean;
        };
        "cellplane.cloud.v1.PeriodProof": {
            invoiceId?: string;
            /** Format: date-time */
            periodStart?: string;
            /** Format: date-time */
            periodEnd?: string;
            metered?: components["schemas"]["cellplane.cloud.v1.UsageTotals"];
            recounted?: components["schemas"]["cellplane.cloud.v1.UsageTotals"];
            isMeterProven?: boolean;
            /** Format: double */
            ourCents?: number;
            /**
             * Format: double
             * @description empty before the first comparison, and for an invoice over nothing
             */
            stripeCents?: number;
            /** Format: double */
            differenceCents?: number;
            /** Format: date-time */
            comparedTime?: string;
            /**
             * Format: int32
             * @description whose quantity is not that of the usage standing on them
             */
            wrongLines?: number;
            /** @description of this invoice, oldest first */
            adjustments?: components["schemas"]["cellplane.cloud.v1.InvoiceAdjustment"][];
            /**
             * Format: double
             * @description the period with its adjustments, before credits
             */
            adjustedCents?: number;
        };
        "cellplane.cloud.v1.PrepareCertificateAuthorityRequest": {
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.PrepareCertificateAuthorityResponse": {
            certificatePem?: string;
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.PriceBook": {
            id?: string;
            currency?: string;
            plan?: string;
            feeMinimumMicros?: string;
            /** Format: double */
            feeBasisPoints?: number;
            prices?: components["schemas"]["cellplane.cloud.v1.BookPrice"][];
            /** @description what the account pays by */
            isCurrent?: boolean;
            /** @description that it may choose itself */
            isOffered?: boolean;
        };
        "cellplane.cloud.v1.PriceTier": {
            upTo?: string;
            micros?: string;
        };
        "cellplane.cloud.v1.Provisioning": {
            accountId?: string;
            operationId?: string;
            /** @description "CreateNamespace" */
            operationType?: string;
            resourceId?: string;
            /** @description PENDING, IN_PROGRESS, FAILED, CANCELLED, FULFILLED, REJECTED */
            state?: string;
            workflowType?: string;
            workflowId?: string;
            failureReason?: string;
            /** Format: date-time */
            startedTime?: string;
            /** Format: date-time */
            finishedTime?: string;
        };
        "cellplane.cloud.v1.ProvisioningGate": {
            spec?: components["schemas"]["cellplane.cloud.v1.ProvisioningGateSpec"];
            hasBindPassword?: boolean;
            resourceVersion?: string;
        };
        "cellplane.cloud.v1.ProvisioningGateSpec": {
            /** @description "ldaps://ldap.example.com:636", or "ldap://ldap.example.com:389" with start_tls */
            url?: string;
            startTls?: boolean;
            /** @description authorities of the directory's certificate; empty: the public ones */
            caPem?: string;
            /** @description who asks */
            bindDn?: string;
            userBaseDn?: string;
            /** @description "(mail={email})" unless said */
            userFilter?: string;
            groupBaseDn?: string;
            /** @description members of any of these pass */
            groupDns?: string[];
            /** @description also by groups within groups */
            nested?: boolean;
            /** @description they are in no directory: without it they do not pass */
            exemptsServiceAccounts?: boolean;
        };
        "cellplane.cloud.v1.ProvisioningGateSpec.Input": {
            /** @description "ldaps://ldap.example.com:636", or "ldap://ldap.example.com:389" with start_tls */
            url?: string | null;
            startTls?: boolean | null;
            /** @description authorities of the directory's certificate; empty: the public ones */
            caPem?: string | null;
            /** @description who asks */
            bindDn?: string | null;
            userBaseDn?: string | null;
            /** @description "(mail={email})" unless said */
            userFilter?: string | null;
            groupBaseDn?: string | null;
            /** @description members of any of these pass */
            groupDns?: string[] | null;
            /** @description also by groups within groups */
            nested?: boolean | null;
            /** @description they are in no directory: without it they do not pass */
            exemptsServiceAccounts?: boolean | null;
        };
        "cellplane.cloud.v1.ProvisioningStep": {
            /** @description the activity */
            name?: string;
            /** @description RUNNING, COMPLETED, FAILED, CANCELED */
            state?: string;
            /** Format: int64 */
            attempts?: number;
            /** @description of the last attempt */
            failure?: string;
            /** Format: date-time */
            startedTime?: string;
            /** Format: date-time */
            finishedTime?: string;
        };
        "cellplane.cloud.v1.Quota": {
            /** @description "namespacesPerAccount" */
            name?: string;
            /** @description "namespaces in an account" */
            description?: string;
            /**
             * Format: int32
             * @description what holds
             */
            max?: number;
            /** Format: int32 */
            builtInMax?: number;
            /** @description "account", "installation", or empty when the built-in limit holds */
            setFor?: string;
            /** @description of the setting that UpdateQuota would change; empty when there is none yet */
            resourceVersion?: string;
        };
        "cellplane.cloud.v1.ReconcileInvoicesRequest": {
            accountId?: string | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.ReconcileInvoicesResponse": {
            /** Format: int32 */
            invoices?: number;
            /** Format: int32 */
            differences?: number;
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.RegionSettings": {
            spec?: components["schemas"]["cellplane.cloud.v1.RegionSpec"];
            resourceVersion?: string;
            /** @description the cells that serve it, by id */
            cellIds?: string[];
            /**
             * Format: int64
             * @description on those cells
             */
            namespaces?: number;
        };
        "cellplane.cloud.v1.RegionSpec": {
            /** @description "aws-us-east-1" */
            regionId?: string;
            /** @description "aws", "gcp" or "azure" */
            provider?: string;
            /** @description the provider's own name: "us-east-1" */
            providerRegion?: string;
            /** @description "US East (N. Virginia)" */
            location?: string;
            /** @description host:port for SDKs; "{namespace}" stands for the namespace's id */
            grpcAddress?: string;
            /** @description as grpc_address when empty */
            mtlsGrpcAddress?: string;
            /** @description the console's URL of a namespace, with "{namespace}"; may be empty */
            webAddress?: string;
            disabled?: boolean;
        };
        "cellplane.cloud.v1.RegionSpec.Input": {
            /** @description "aws-us-east-1" */
            regionId?: string | null;
            /** @description "aws", "gcp" or "azure" */
            provider?: string | null;
            /** @description the provider's own name: "us-east-1" */
            providerRegion?: string | null;
            /** @description "US East (N. Virginia)" */
            location?: string | null;
            /** @description host:port for SDKs; "{namespace}" stands for the namespace's id */
            grpcAddress?: string | null;
            /** @description as grpc_address when empty */
            mtlsGrpcAddress?: string | null;
            /** @description the console's URL of a namespace, with "{namespace}"; may be empty */
            webAddress?: string | null;
            disabled?: boolean | null;
        };
        "cellplane.cloud.v1.RegisterCellRequest": {
            spec?: components["schemas"]["cellplane.cloud.v1.CellSpec.Input"] | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.RegisterCellResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.RejectRequest": {
            comment?: string | null;
        };
        "cellplane.cloud.v1.RejectResponse": {
            request?: components["schemas"]["cellplane.cloud.v1.ApprovalRequest"];
        };
        "cellplane.cloud.v1.RemovePasskeyRequest": {
            currentPassword?: string | null;
        };
        "cellplane.cloud.v1.RemovePasskeyResponse": Record<string, never>;
        "cellplane.cloud.v1.RemovePaymentMethodResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.RemoveSecondFactorRequest": {
            currentPassword?: string | null;
            code?: string | null;
        };
        "cellplane.cloud.v1.RemoveSecondFactorResponse": Record<string, never>;
        "cellplane.cloud.v1.RenewCertificateRequest": {
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.RenewCertificateResponse": {
            certificateId?: string;
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.RequestPasswordResetRequest": {
            email?: string | null;
        };
        "cellplane.cloud.v1.RequestPasswordResetResponse": {
            message?: string;
        };
        "cellplane.cloud.v1.ResendInvitationRequest": {
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.ResendInvitationResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.ResetPasswordRequest": {
            token?: string | null;
            password?: string | null;
        };
        "cellplane.cloud.v1.ResetPasswordResponse": {
            email?: string;
        };
        "cellplane.cloud.v1.RestoreUserRequest": {
            resourceVersion?: string | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.RestoreUserResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.RevokeCertificateRequest": {
            reason?: string | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.RevokeCertificateResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.RotateApiKeyRequest": {
            resourceVersion?: string | null;
            /** @description How long the old key still works; none ends it at once, and it never lives longer than it would have. At most 30 days. */
            overlap?: string | null;
            /** @description The end of the new key; when left out, it lives as long as the old one was made to. */
            expiryTime?: string | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.RotateApiKeyResponse": {
            /** @description of the new key */
            keyId?: string;
            token?: string;
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.RotateScimTokenRequest": {
            /** @description how long the old one still works, at most 30 days */
            overlap?: string | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.RotateScimTokenResponse": {
            /** @description of the new one */
            tokenId?: string;
            token?: string;
            baseUrl?: string;
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.RotateSigningKeyRequest": {
            /**
             * @description How long API keys signed by the old key work on; absent: until they end by themselves. Zero, for a key that leaked,
             *     refuses them everywhere within 10 seconds.
             */
            grace?: string | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.RotateSigningKeyResponse": {
            keyId?: string;
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.ScimToken": {
            tokenId?: string;
            spec?: components["schemas"]["cellplane.cloud.v1.ScimTokenSpec"];
            /** Format: date-time */
            createdTime?: string;
            /**
             * Format: date-time
             * @description of one that was rotated; unset: it lives until it is deleted
             */
            expiryTime?: string;
            /** Format: date-time */
            lastUsedTime?: string;
            /**
             * @description Made by an owner: it may also add to and take from groups with the roles owner and finance admin, and deactivate
             *     those who have them.
             */
            managesOwners?: boolean;
        };
        "cellplane.cloud.v1.ScimTokenSpec": {
            displayName?: string;
            /**
             * @description What people made with it may do until a group gives them more: "none" (the default), "metrics_read", "read" or
             *     "developer".
             */
            accountRole?: string;
        };
        "cellplane.cloud.v1.ScimTokenSpec.Input": {
            displayName?: string | null;
            /**
             * @description What people made with it may do until a group gives them more: "none" (the default), "metrics_read", "read" or
             *     "developer".
             */
            accountRole?: string | null;
        };
        "cellplane.cloud.v1.Session": {
            accountId?: string;
            userId?: string;
            email?: string;
            accountName?: string;
            /** Format: date-time */
            expiresTime?: string;
        };
        "cellplane.cloud.v1.SessionInfo": {
            /** @description names the session; opens nothing */
            sessionId?: string;
            remoteAddress?: string;
            /** Format: date-time */
            createdTime?: string;
            /** Format: date-time */
            lastSeenTime?: string;
            /** Format: date-time */
            expiresTime?: string;
            /** @description the one this call was made with */
            current?: boolean;
        };
        "cellplane.cloud.v1.SetConnectivityRuleSourcesRequest": {
            /** @description "203.0.113.0/24", "2001:db8::/32", or a single address; at most 100 */
            sourceCidrs?: string[] | null;
            /** @description that of GetConnectivityRule */
            resourceVersion?: string | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.SetConnectivityRuleSourcesResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.SetDefaultPaymentMethodRequest": {
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.SetDefaultPaymentMethodResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.SetIdentityProviderRequest": {
            spec?: components["schemas"]["cellplane.cloud.v1.IdentityProviderSpec.Input"] | null;
            /** @description empty while there is none */
            resourceVersion?: string | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.SetIdentityProviderResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.SetIdentityProviderSecretRequest": {
            clientSecret?: string | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.SetIdentityProviderSecretResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.SetProvisioningGatePasswordRequest": {
            bindPassword?: string | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.SetProvisioningGatePasswordResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.SetProvisioningGateRequest": {
            spec?: components["schemas"]["cellplane.cloud.v1.ProvisioningGateSpec.Input"] | null;
            /** @description empty while there is none */
            resourceVersion?: string | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.SetProvisioningGateResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.SignInPolicy": {
            spec?: components["schemas"]["cellplane.cloud.v1.SignInPolicySpec"];
            resourceVersion?: string;
        };
        "cellplane.cloud.v1.SignInPolicySpec": {
            /** @description Of everybody who signs in by a password; with single sign-on it is the provider's business. API keys go on. */
            secondFactorRequired?: boolean;
        };
        "cellplane.cloud.v1.SignInPolicySpec.Input": {
            /** @description Of everybody who signs in by a password; with single sign-on it is the provider's business. API keys go on. */
            secondFactorRequired?: boolean | null;
        };
        "cellplane.cloud.v1.SignInRequest": {
            email?: string | null;
            password?: string | null;
            /** @description of the authenticator app, or a recovery code, for who has a second factor */
            code?: string | null;
        };
        "cellplane.cloud.v1.SignInResponse": {
            session?: components["schemas"]["cellplane.cloud.v1.Session"];
            csrfToken?: string;
        };
        "cellplane.cloud.v1.SignInWithPasskeyRequest": {
            challengeId?: string | null;
            /** @description AuthenticationResponseJSON */
            responseJson?: string | null;
        };
        "cellplane.cloud.v1.SignInWithPasskeyResponse": {
            session?: components["schemas"]["cellplane.cloud.v1.Session"];
            csrfToken?: string;
        };
        "cellplane.cloud.v1.SignOutResponse": Record<string, never>;
        "cellplane.cloud.v1.SignUpRequest": {
            email?: string | null;
            password?: string | null;
            accountName?: string | null;
        };
        "cellplane.cloud.v1.SignUpResponse": {
            message?: string;
        };
        "cellplane.cloud.v1.SigningKey": {
            /** @description the tokens' kid */
            keyId?: string;
            isSigning?: boolean;
            /** Format: date-time */
            createdTime?: string;
            /**
             * Format: date-time
             * @description from then on it verifies no more; absent while it has no end
             */
            refusedTime?: string;
            /**
             * Format: int64
             * @description unexpired ones signed by it
             */
            apiKeys?: number;
        };
        "cellplane.cloud.v1.SimulatePricesResponse": {
            months?: components["schemas"]["cellplane.cloud.v1.SimulatedMonth"][];
        };
        "cellplane.cloud.v1.SimulatedMonth": {
            /** Format: date-time */
            monthStart?: string;
            currentMicros?: string;
            /** Format: double */
            invoicedCents?: number;
            prices?: components["schemas"]["cellplane.cloud.v1.SimulatedPrice"][];
        };
        "cellplane.cloud.v1.SimulatedPrice": {
            priceBook?: string;
            currency?: string;
            micros?: string;
        };
        "cellplane.cloud.v1.StartCardSetupRequest": Record<string, never>;
        "cellplane.cloud.v1.StartCardSetupResponse": {
            setupIntentId?: string;
            clientSecret?: string;
        };
        "cellplane.cloud.v1.StartCheckoutRequest": Record<string, never>;
        "cellplane.cloud.v1.StartCheckoutResponse": {
            url?: string;
        };
        "cellplane.cloud.v1.SuspendUserRequest": {
            resourceVersion?: string | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.SuspendUserResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.UpdateApiKeyPolicyRequest": {
            spec?: components["schemas"]["cellplane.cloud.v1.ApiKeyPolicySpec.Input"] | null;
            resourceVersion?: string | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.UpdateApiKeyPolicyResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.UpdateBudgetRequest": {
            spec?: components["schemas"]["cellplane.cloud.v1.BudgetSpec.Input"] | null;
            resourceVersion?: string | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.UpdateBudgetResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.UpdateCertificateRequest": {
            autoRenew?: boolean | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.UpdateCertificateResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.UpdateConsensusPolicyRequest": {
            spec?: components["schemas"]["cellplane.cloud.v1.ConsensusPolicySpec.Input"] | null;
            resourceVersion?: string | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.UpdateConsensusPolicyResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.UpdateNamespaceAuditRequest": {
            enabled?: boolean | null;
            resourceVersion?: string | null;
            /** @description The client's idempotency key; empty makes a new operation. */
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.UpdateNamespaceAuditResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.UpdateQuotaRequest": {
            /** @description empty for the whole installation */
            accountId?: string | null;
            /** @description 1 to 1000000; leave it out with `reset` */
            max?: number | string | null;
            /** @description removes the setting, so that the next wider one holds again */
            reset?: boolean | null;
            /** @description required when there is a setting already */
            resourceVersion?: string | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.UpdateQuotaResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.UpdateRegionRequest": {
            spec?: components["schemas"]["cellplane.cloud.v1.RegionSpec.Input"] | null;
            resourceVersion?: string | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.UpdateRegionResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.UpdateSignInPolicyRequest": {
            spec?: components["schemas"]["cellplane.cloud.v1.SignInPolicySpec.Input"] | null;
            resourceVersion?: string | null;
            asyncOperationId?: string | null;
        };
        "cellplane.cloud.v1.UpdateSignInPolicyResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.UsageRow": {
            namespace?: string;
            kind?: string;
            workflowType?: string;
            taskQueue?: string;
            /** Format: date-time */
            periodStart?: string;
            /** Format: double */
            actions?: number;
            /** @description decimal */
            activeByteSeconds?: string;
            /** @description decimal */
            retainedByteSeconds?: string;
            account?: string;
            /** @description id; empty for a namespace that is deleted */
            project?: string;
            tags?: {
                [key: string]: string;
            };
        };
        "cellplane.cloud.v1.UsageTotals": {
            actions?: string;
            activeByteSeconds?: string;
            retainedByteSeconds?: string;
        };
        "cellplane.cloud.v1.VerifyEmailRequest": {
            token?: string | null;
        };
        "cellplane.cloud.v1.VerifyEmailResponse": {
            accountId?: string;
            userId?: string;
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "cellplane.cloud.v1.WithdrawRequest": Record<string, never>;
        "cellplane.cloud.v1.WithdrawResponse": {
            request?: components["schemas"]["cellplane.cloud.v1.ApprovalRequest"];
        };
        "temporal.api.cloud.account.v1.Account": {
            id?: string;
            spec?: components["schemas"]["temporal.api.cloud.account.v1.AccountSpec"];
            resourceVersion?: string;
            state?: components["schemas"]["temporal.api.cloud.resource.v1.ResourceState"];
            asyncOperationId?: string;
            metrics?: components["schemas"]["temporal.api.cloud.account.v1.Metrics"];
        };
        "temporal.api.cloud.account.v1.AccountSpec": {
            metrics?: components["schemas"]["temporal.api.cloud.account.v1.MetricsSpec"];
        };
        "temporal.api.cloud.account.v1.AccountSpec.Input": {
            metrics?: components["schemas"]["temporal.api.cloud.account.v1.MetricsSpec.Input"] | null;
        };
        "temporal.api.cloud.account.v1.AuditLogSink": {
            name?: string;
            resourceVersion?: string;
            state?: components["schemas"]["temporal.api.cloud.resource.v1.ResourceState"];
            spec?: components["schemas"]["temporal.api.cloud.account.v1.AuditLogSinkSpec"];
            health?: components["schemas"]["temporal.api.cloud.account.v1.AuditLogSink.Health"];
            errorMessage?: string;
            /** Format: date-time */
            lastSucceededTime?: string;
        };
        /** @enum {string} */
        "temporal.api.cloud.account.v1.AuditLogSink.Health": "HEALTH_UNSPECIFIED" | "HEALTH_OK" | "HEALTH_ERROR_INTERNAL" | "HEALTH_ERROR_USER_CONFIGURATION";
        "temporal.api.cloud.account.v1.AuditLogSinkSpec": {
            name?: string;
            kinesisSink?: components["schemas"]["temporal.api.cloud.sink.v1.KinesisSpec"];
            pubSubSink?: components["schemas"]["temporal.api.cloud.sink.v1.PubSubSpec"];
            enabled?: boolean;
            /** @description A webhook, instead of kinesis_sink or pub_sub_sink. */
            webhookSink?: components["schemas"]["temporal.api.cloud.account.v1.WebhookSinkSpec"];
        };
        "temporal.api.cloud.account.v1.AuditLogSinkSpec.Input": {
            name?: string | null;
            kinesisSink?: components["schemas"]["temporal.api.cloud.sink.v1.KinesisSpec.Input"] | null;
            pubSubSink?: components["schemas"]["temporal.api.cloud.sink.v1.PubSubSpec.Input"] | null;
            enabled?: boolean | null;
            /** @description A webhook, instead of kinesis_sink or pub_sub_sink. */
            webhookSink?: components["schemas"]["temporal.api.cloud.account.v1.WebhookSinkSpec.Input"] | null;
        } & unknown;
        "temporal.api.cloud.account.v1.Metrics": {
            uri?: string;
        };
        "temporal.api.cloud.account.v1.MetricsSpec": {
            /** Format: byte */
            acceptedClientCa?: string;
        };
        "temporal.api.cloud.account.v1.MetricsSpec.Input": {
            acceptedClientCa?: string | null;
        };
        "temporal.api.cloud.account.v1.WebhookSinkSpec": {
            /** @description Where records are posted to: an https URL. */
            url?: string;
            /**
             * @description What deliveries are signed with, as of Standard Webhooks: whsec_ and 24 to 64 bytes in base64. Never shown again;
             *     left empty in an update, it stays. After a change, deliveries are signed with the old one too for 24 hours.
             */
            signingSecret?: string;
        };
        "temporal.api.cloud.account.v1.WebhookSinkSpec.Input": {
            /** @description Where records are posted to: an https URL. */
            url?: string | null;
            /**
             * @description What deliveries are signed with, as of Standard Webhooks: whsec_ and 24 to 64 bytes in base64. Never shown again;
             *     left empty in an update, it stays. After a change, deliveries are signed with the old one too for 24 hours.
             */
            signingSecret?: string | null;
        };
        "temporal.api.cloud.auditlog.v1.LogRecord": {
            /** Format: date-time */
            emitTime?: string;
            operation?: string;
            status?: string;
            /** Format: int32 */
            version?: number;
            logId?: string;
            principal?: components["schemas"]["temporal.api.cloud.auditlog.v1.Principal"];
            rawDetails?: {
                [key: string]: unknown;
            };
            xForwardedFor?: string;
            asyncOperationId?: string;
        };
        "temporal.api.cloud.auditlog.v1.Principal": {
            type?: string;
            id?: string;
            name?: string;
            apiKeyId?: string;
        };
        "temporal.api.cloud.billing.v1.BillingReport": {
            id?: string;
            state?: components["schemas"]["temporal.api.cloud.billing.v1.BillingReport.BillingReportState"];
            spec?: components["schemas"]["temporal.api.cloud.billing.v1.BillingReportSpec"];
            downloadInfo?: components["schemas"]["temporal.api.cloud.billing.v1.BillingReport.Download"][];
            /** Format: date-time */
            requestedTime?: string;
            /** Format: date-time */
            generatedTime?: string;
            asyncOperationId?: string;
        };
        /** @enum {string} */
        "temporal.api.cloud.billing.v1.BillingReport.BillingReportState": "BILLING_REPORT_STATE_UNSPECIFIED" | "BILLING_REPORT_STATE_IN_PROGRESS" | "BILLING_REPORT_STATE_GENERATED" | "BILLING_REPORT_STATE_FAILED";
        "temporal.api.cloud.billing.v1.BillingReport.Download": {
            url?: string;
            /** Format: date-time */
            urlExpirationTime?: string;
            fileFormat?: components["schemas"]["temporal.api.cloud.billing.v1.BillingReport.Download.FileFormat"];
            /** Format: int64 */
            fileSizeBytes?: string;
        };
        /** @enum {string} */
        "temporal.api.cloud.billing.v1.BillingReport.Download.FileFormat": "FILE_FORMAT_UNSPECIFIED" | "FILE_FORMAT_CSV";
        "temporal.api.cloud.billing.v1.BillingReportSpec": {
            /** Format: date-time */
            startTimeInclusive?: string;
            /** Format: date-time */
            endTimeExclusive?: string;
            /** @example 3600s */
            downloadUrlExpirationDuration?: string;
            description?: string;
            granularity?: components["schemas"]["temporal.api.cloud.billing.v1.BillingReportSpec.BillingReportGranularity"];
        };
        /** @enum {string} */
        "temporal.api.cloud.billing.v1.BillingReportSpec.BillingReportGranularity": "BILLING_REPORT_GRANULARITY_UNSPECIFIED" | "BILLING_REPORT_GRANULARITY_HOURLY" | "BILLING_REPORT_GRANULARITY_DAILY" | "BILLING_REPORT_GRANULARITY_MONTHLY";
        "temporal.api.cloud.billing.v1.BillingReportSpec.Input": {
            startTimeInclusive?: string | null;
            endTimeExclusive?: string | null;
            downloadUrlExpirationDuration?: string | null;
            description?: string | null;
            granularity?: components["schemas"]["temporal.api.cloud.billing.v1.BillingReportSpec.BillingReportGranularity"] | number | null;
        };
        "temporal.api.cloud.cloudservice.v1.AddNamespaceRegionRequest": {
            region?: string | null;
            resourceVersion?: string | null;
            asyncOperationId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.AddNamespaceRegionResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.AddUserGroupMemberRequest": {
            memberId?: components["schemas"]["temporal.api.cloud.identity.v1.UserGroupMemberId.Input"] | null;
            asyncOperationId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.AddUserGroupMemberResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.CreateAccountAuditLogSinkRequest": {
            spec?: components["schemas"]["temporal.api.cloud.account.v1.AuditLogSinkSpec.Input"] | null;
            asyncOperationId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.CreateAccountAuditLogSinkResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.CreateApiKeyRequest": {
            spec?: components["schemas"]["temporal.api.cloud.identity.v1.ApiKeySpec.Input"] | null;
            asyncOperationId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.CreateApiKeyResponse": {
            keyId?: string;
            token?: string;
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.CreateBillingReportRequest": {
            spec?: components["schemas"]["temporal.api.cloud.billing.v1.BillingReportSpec.Input"] | null;
            asyncOperationId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.CreateBillingReportResponse": {
            billingReportId?: string;
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.CreateConnectivityRuleRequest": {
            spec?: components["schemas"]["temporal.api.cloud.connectivityrule.v1.ConnectivityRuleSpec.Input"] | null;
            asyncOperationId?: string | null;
            /** @description The project that it will belong to; the default project when left out. */
            projectId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.CreateConnectivityRuleResponse": {
            connectivityRuleId?: string;
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.CreateCustomRoleRequest": {
            spec?: components["schemas"]["temporal.api.cloud.identity.v1.CustomRoleSpec.Input"] | null;
            asyncOperationId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.CreateCustomRoleResponse": {
            roleId?: string;
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.CreateNamespaceExportSinkRequest": {
            spec?: components["schemas"]["temporal.api.cloud.namespace.v1.ExportSinkSpec.Input"] | null;
            asyncOperationId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.CreateNamespaceExportSinkResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.CreateNamespaceRequest": {
            spec?: components["schemas"]["temporal.api.cloud.namespace.v1.NamespaceSpec.Input"] | null;
            asyncOperationId?: string | null;
            tags?: {
                [key: string]: string;
            } | null;
            /** @description The project that it will belong to; the default project when left out. */
            projectId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.CreateNamespaceResponse": {
            namespace?: string;
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.CreateNexusEndpointRequest": {
            spec?: components["schemas"]["temporal.api.cloud.nexus.v1.EndpointSpec.Input"] | null;
            asyncOperationId?: string | null;
            /** @description The project that it will belong to; the default project when left out. */
            projectId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.CreateNexusEndpointResponse": {
            endpointId?: string;
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.CreateProjectRequest": {
            spec?: components["schemas"]["temporal.api.cloud.project.v1.ProjectSpec.Input"] | null;
            /** @description Your id for the operation: a repeat with the same id acts once. */
            asyncOperationId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.CreateProjectResponse": {
            /** @description The id of the project. */
            projectId?: string;
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.CreateServiceAccountRequest": {
            spec?: components["schemas"]["temporal.api.cloud.identity.v1.ServiceAccountSpec.Input"] | null;
            asyncOperationId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.CreateServiceAccountResponse": {
            serviceAccountId?: string;
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.CreateUserGroupRequest": {
            spec?: components["schemas"]["temporal.api.cloud.identity.v1.UserGroupSpec.Input"] | null;
            asyncOperationId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.CreateUserGroupResponse": {
            groupId?: string;
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.CreateUserRequest": {
            spec?: components["schemas"]["temporal.api.cloud.identity.v1.UserSpec.Input"] | null;
            asyncOperationId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.CreateUserResponse": {
            userId?: string;
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.DeleteAccountAuditLogSinkResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.DeleteApiKeyResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.DeleteConnectivityRuleResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.DeleteCustomRoleResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.DeleteNamespaceExportSinkResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.DeleteNamespaceRegionResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.DeleteNamespaceResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.DeleteNexusEndpointResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.DeleteProjectResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.DeleteServiceAccountResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.DeleteUserGroupResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.DeleteUserResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.FailoverNamespaceRegionRequest": {
            region?: string | null;
            asyncOperationId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.FailoverNamespaceRegionResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.GetAccountAuditLogSinkResponse": {
            sink?: components["schemas"]["temporal.api.cloud.account.v1.AuditLogSink"];
        };
        "temporal.api.cloud.cloudservice.v1.GetAccountAuditLogSinksResponse": {
            sinks?: components["schemas"]["temporal.api.cloud.account.v1.AuditLogSink"][];
            nextPageToken?: string;
        };
        "temporal.api.cloud.cloudservice.v1.GetAccountResponse": {
            account?: components["schemas"]["temporal.api.cloud.account.v1.Account"];
        };
        "temporal.api.cloud.cloudservice.v1.GetApiKeyResponse": {
            apiKey?: components["schemas"]["temporal.api.cloud.identity.v1.ApiKey"];
        };
        "temporal.api.cloud.cloudservice.v1.GetApiKeysResponse": {
            apiKeys?: components["schemas"]["temporal.api.cloud.identity.v1.ApiKey"][];
            nextPageToken?: string;
        };
        "temporal.api.cloud.cloudservice.v1.GetAsyncOperationResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.GetAuditLogsResponse": {
            logs?: components["schemas"]["temporal.api.cloud.auditlog.v1.LogRecord"][];
            nextPageToken?: string;
        };
        "temporal.api.cloud.cloudservice.v1.GetBillingReportResponse": {
            billingReport?: components["schemas"]["temporal.api.cloud.billing.v1.BillingReport"];
        };
        "temporal.api.cloud.cloudservice.v1.GetConnectivityRuleResponse": {
            connectivityRule?: components["schemas"]["temporal.api.cloud.connectivityrule.v1.ConnectivityRule"];
        };
        "temporal.api.cloud.cloudservice.v1.GetConnectivityRulesResponse": {
            connectivityRules?: components["schemas"]["temporal.api.cloud.connectivityrule.v1.ConnectivityRule"][];
            nextPageToken?: string;
        };
        "temporal.api.cloud.cloudservice.v1.GetCurrentIdentityResponse": {
            user?: components["schemas"]["temporal.api.cloud.identity.v1.User"];
            serviceAccount?: components["schemas"]["temporal.api.cloud.identity.v1.ServiceAccount"];
            principalApiKey?: components["schemas"]["temporal.api.cloud.identity.v1.ApiKey"];
        };
        "temporal.api.cloud.cloudservice.v1.GetCustomRoleResponse": {
            customRole?: components["schemas"]["temporal.api.cloud.identity.v1.CustomRole"];
        };
        "temporal.api.cloud.cloudservice.v1.GetCustomRolesResponse": {
            customRoles?: components["schemas"]["temporal.api.cloud.identity.v1.CustomRole"][];
            nextPageToken?: string;
        };
        "temporal.api.cloud.cloudservice.v1.GetNamespaceCapacityInfoResponse": {
            capacityInfo?: components["schemas"]["temporal.api.cloud.namespace.v1.NamespaceCapacityInfo"];
        };
        "temporal.api.cloud.cloudservice.v1.GetNamespaceExportSinkResponse": {
            sink?: components["schemas"]["temporal.api.cloud.namespace.v1.ExportSink"];
        };
        "temporal.api.cloud.cloudservice.v1.GetNamespaceExportSinksResponse": {
            sinks?: components["schemas"]["temporal.api.cloud.namespace.v1.ExportSink"][];
            nextPageToken?: string;
        };
        "temporal.api.cloud.cloudservice.v1.GetNamespaceResponse": {
            namespace?: components["schemas"]["temporal.api.cloud.namespace.v1.Namespace"];
        };
        "temporal.api.cloud.cloudservice.v1.GetNamespacesResponse": {
            namespaces?: components["schemas"]["temporal.api.cloud.namespace.v1.Namespace"][];
            nextPageToken?: string;
        };
        "temporal.api.cloud.cloudservice.v1.GetNexusEndpointResponse": {
            endpoint?: components["schemas"]["temporal.api.cloud.nexus.v1.Endpoint"];
        };
        "temporal.api.cloud.cloudservice.v1.GetNexusEndpointsResponse": {
            endpoints?: components["schemas"]["temporal.api.cloud.nexus.v1.Endpoint"][];
            nextPageToken?: string;
        };
        "temporal.api.cloud.cloudservice.v1.GetProjectResponse": {
            project?: components["schemas"]["temporal.api.cloud.project.v1.Project"];
        };
        "temporal.api.cloud.cloudservice.v1.GetProjectScopedServiceAccountsResponse": {
            serviceAccounts?: components["schemas"]["temporal.api.cloud.identity.v1.ServiceAccount"][];
            nextPageToken?: string;
        };
        "temporal.api.cloud.cloudservice.v1.GetProjectsResponse": {
            projects?: components["schemas"]["temporal.api.cloud.project.v1.Project"][];
            nextPageToken?: string;
        };
        "temporal.api.cloud.cloudservice.v1.GetRegionResponse": {
            region?: components["schemas"]["temporal.api.cloud.region.v1.Region"];
        };
        "temporal.api.cloud.cloudservice.v1.GetRegionsResponse": {
            regions?: components["schemas"]["temporal.api.cloud.region.v1.Region"][];
        };
        "temporal.api.cloud.cloudservice.v1.GetServiceAccountNamespaceAssignmentsResponse": {
            serviceAccounts?: components["schemas"]["temporal.api.cloud.identity.v1.ServiceAccountNamespaceAssignment"][];
            nextPageToken?: string;
        };
        "temporal.api.cloud.cloudservice.v1.GetServiceAccountProjectAssignmentsResponse": {
            serviceAccounts?: components["schemas"]["temporal.api.cloud.identity.v1.ServiceAccountProjectAssignment"][];
            nextPageToken?: string;
        };
        "temporal.api.cloud.cloudservice.v1.GetServiceAccountResponse": {
            serviceAccount?: components["schemas"]["temporal.api.cloud.identity.v1.ServiceAccount"];
        };
        "temporal.api.cloud.cloudservice.v1.GetServiceAccountsResponse": {
            serviceAccount?: components["schemas"]["temporal.api.cloud.identity.v1.ServiceAccount"][];
            nextPageToken?: string;
        };
        "temporal.api.cloud.cloudservice.v1.GetUsageResponse": {
            summaries?: components["schemas"]["temporal.api.cloud.usage.v1.Summary"][];
            nextPageToken?: string;
        };
        "temporal.api.cloud.cloudservice.v1.GetUserGroupMembersResponse": {
            members?: components["schemas"]["temporal.api.cloud.identity.v1.UserGroupMember"][];
            nextPageToken?: string;
        };
        "temporal.api.cloud.cloudservice.v1.GetUserGroupNamespaceAssignmentsResponse": {
            groups?: components["schemas"]["temporal.api.cloud.identity.v1.UserGroupNamespaceAssignment"][];
            nextPageToken?: string;
        };
        "temporal.api.cloud.cloudservice.v1.GetUserGroupProjectAssignmentsResponse": {
            groups?: components["schemas"]["temporal.api.cloud.identity.v1.UserGroupProjectAssignment"][];
            nextPageToken?: string;
        };
        "temporal.api.cloud.cloudservice.v1.GetUserGroupResponse": {
            group?: components["schemas"]["temporal.api.cloud.identity.v1.UserGroup"];
        };
        "temporal.api.cloud.cloudservice.v1.GetUserGroupsResponse": {
            groups?: components["schemas"]["temporal.api.cloud.identity.v1.UserGroup"][];
            nextPageToken?: string;
        };
        "temporal.api.cloud.cloudservice.v1.GetUserNamespaceAssignmentsResponse": {
            users?: components["schemas"]["temporal.api.cloud.identity.v1.UserNamespaceAssignment"][];
            nextPageToken?: string;
        };
        "temporal.api.cloud.cloudservice.v1.GetUserProjectAssignmentsResponse": {
            users?: components["schemas"]["temporal.api.cloud.identity.v1.UserProjectAssignment"][];
            nextPageToken?: string;
        };
        "temporal.api.cloud.cloudservice.v1.GetUserResponse": {
            user?: components["schemas"]["temporal.api.cloud.identity.v1.User"];
        };
        "temporal.api.cloud.cloudservice.v1.GetUsersResponse": {
            users?: components["schemas"]["temporal.api.cloud.identity.v1.User"][];
            nextPageToken?: string;
        };
        "temporal.api.cloud.cloudservice.v1.RemoveUserGroupMemberRequest": {
            memberId?: components["schemas"]["temporal.api.cloud.identity.v1.UserGroupMemberId.Input"] | null;
            asyncOperationId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.RemoveUserGroupMemberResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.RenameCustomSearchAttributeRequest": {
            existingCustomSearchAttributeName?: string | null;
            newCustomSearchAttributeName?: string | null;
            resourceVersion?: string | null;
            asyncOperationId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.RenameCustomSearchAttributeResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.SetServiceAccountNamespaceAccessRequest": {
            access?: components["schemas"]["temporal.api.cloud.identity.v1.NamespaceAccess.Input"] | null;
            resourceVersion?: string | null;
            asyncOperationId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.SetServiceAccountNamespaceAccessResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.SetServiceAccountProjectAccessRequest": {
            /** @description The role to give; without one, the role on the project is taken away. */
            access?: components["schemas"]["temporal.api.cloud.identity.v1.ProjectAccess.Input"] | null;
            /** @description The version of the service account that this change is meant for. */
            resourceVersion?: string | null;
            /** @description Your id for the operation: a repeat with the same id acts once. */
            asyncOperationId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.SetServiceAccountProjectAccessResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.SetUserGroupNamespaceAccessRequest": {
            access?: components["schemas"]["temporal.api.cloud.identity.v1.NamespaceAccess.Input"] | null;
            resourceVersion?: string | null;
            asyncOperationId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.SetUserGroupNamespaceAccessResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.SetUserGroupProjectAccessRequest": {
            /** @description The role to give; without one, the role on the project is taken away. */
            access?: components["schemas"]["temporal.api.cloud.identity.v1.ProjectAccess.Input"] | null;
            /** @description The version of the group that this change is meant for. */
            resourceVersion?: string | null;
            /** @description Your id for the operation: a repeat with the same id acts once. */
            asyncOperationId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.SetUserGroupProjectAccessResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.SetUserNamespaceAccessRequest": {
            access?: components["schemas"]["temporal.api.cloud.identity.v1.NamespaceAccess.Input"] | null;
            resourceVersion?: string | null;
            asyncOperationId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.SetUserNamespaceAccessResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.SetUserProjectAccessRequest": {
            /** @description The role to give; without one, the role on the project is taken away. */
            access?: components["schemas"]["temporal.api.cloud.identity.v1.ProjectAccess.Input"] | null;
            /** @description The version of the user that this change is meant for. */
            resourceVersion?: string | null;
            /** @description Your id for the operation: a repeat with the same id acts once. */
            asyncOperationId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.SetUserProjectAccessResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.UpdateAccountAuditLogSinkRequest": {
            spec?: (components["schemas"]["temporal.api.cloud.account.v1.AuditLogSinkSpec.Input"] | null) & unknown;
            resourceVersion?: string | null;
            asyncOperationId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.UpdateAccountAuditLogSinkResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.UpdateAccountRequest": {
            spec?: components["schemas"]["temporal.api.cloud.account.v1.AccountSpec.Input"] | null;
            resourceVersion?: string | null;
            asyncOperationId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.UpdateAccountResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.UpdateApiKeyRequest": {
            spec?: components["schemas"]["temporal.api.cloud.identity.v1.ApiKeySpec.Input"] | null;
            resourceVersion?: string | null;
            asyncOperationId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.UpdateApiKeyResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.UpdateCustomRoleRequest": {
            spec?: components["schemas"]["temporal.api.cloud.identity.v1.CustomRoleSpec.Input"] | null;
            resourceVersion?: string | null;
            asyncOperationId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.UpdateCustomRoleResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.UpdateNamespaceExportSinkRequest": {
            spec?: (components["schemas"]["temporal.api.cloud.namespace.v1.ExportSinkSpec.Input"] | null) & unknown;
            resourceVersion?: string | null;
            asyncOperationId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.UpdateNamespaceExportSinkResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.UpdateNamespaceRequest": {
            spec?: components["schemas"]["temporal.api.cloud.namespace.v1.NamespaceSpec.Input"] | null;
            resourceVersion?: string | null;
            asyncOperationId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.UpdateNamespaceResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.UpdateNamespaceTagsRequest": {
            tagsToUpsert?: {
                [key: string]: string;
            } | null;
            tagsToRemove?: string[] | null;
            asyncOperationId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.UpdateNamespaceTagsResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.UpdateNexusEndpointRequest": {
            spec?: components["schemas"]["temporal.api.cloud.nexus.v1.EndpointSpec.Input"] | null;
            resourceVersion?: string | null;
            asyncOperationId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.UpdateNexusEndpointResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.UpdateProjectRequest": {
            spec?: components["schemas"]["temporal.api.cloud.project.v1.ProjectSpec.Input"] | null;
            /** @description The version of the project that this change is meant for. */
            resourceVersion?: string | null;
            /** @description Your id for the operation: a repeat with the same id acts once. */
            asyncOperationId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.UpdateProjectResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.UpdateServiceAccountRequest": {
            spec?: components["schemas"]["temporal.api.cloud.identity.v1.ServiceAccountSpec.Input"] | null;
            resourceVersion?: string | null;
            asyncOperationId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.UpdateServiceAccountResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.UpdateUserGroupRequest": {
            spec?: components["schemas"]["temporal.api.cloud.identity.v1.UserGroupSpec.Input"] | null;
            resourceVersion?: string | null;
            asyncOperationId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.UpdateUserGroupResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.UpdateUserRequest": {
            spec?: components["schemas"]["temporal.api.cloud.identity.v1.UserSpec.Input"] | null;
            resourceVersion?: string | null;
            asyncOperationId?: string | null;
        };
        "temporal.api.cloud.cloudservice.v1.UpdateUserResponse": {
            asyncOperation?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation"];
        };
        "temporal.api.cloud.cloudservice.v1.ValidateAccountAuditLogSinkRequest": {
            spec?: components["schemas"]["temporal.api.cloud.account.v1.AuditLogSinkSpec.Input"] | null;
        };
        "temporal.api.cloud.cloudservice.v1.ValidateAccountAuditLogSinkResponse": Record<string, never>;
        "temporal.api.cloud.cloudservice.v1.ValidateNamespaceExportSinkRequest": {
            spec?: components["schemas"]["temporal.api.cloud.namespace.v1.ExportSinkSpec.Input"] | null;
        };
        "temporal.api.cloud.cloudservice.v1.ValidateNamespaceExportSinkResponse": Record<string, never>;
        "temporal.api.cloud.connectivityrule.v1.ConnectivityRule": {
            id?: string;
            spec?: components["schemas"]["temporal.api.cloud.connectivityrule.v1.ConnectivityRuleSpec"];
            resourceVersion?: string;
            state?: components["schemas"]["temporal.api.cloud.resource.v1.ResourceState"];
            asyncOperationId?: string;
            /** Format: date-time */
            createdTime?: string;
            /** @description The id of the project that the rule belongs to. */
            projectId?: string;
        };
        "temporal.api.cloud.connectivityrule.v1.ConnectivityRuleSpec": {
            publicRule?: components["schemas"]["temporal.api.cloud.connectivityrule.v1.PublicConnectivityRule"];
            privateRule?: components["schemas"]["temporal.api.cloud.connectivityrule.v1.PrivateConnectivityRule"];
        };
        "temporal.api.cloud.connectivityrule.v1.ConnectivityRuleSpec.Input": {
            publicRule?: components["schemas"]["temporal.api.cloud.connectivityrule.v1.PublicConnectivityRule.Input"] | null;
            privateRule?: components["schemas"]["temporal.api.cloud.connectivityrule.v1.PrivateConnectivityRule.Input"] | null;
        } & unknown;
        "temporal.api.cloud.connectivityrule.v1.PrivateConnectivityRule": {
            connectionId?: string;
            gcpProjectId?: string;
            region?: string;
            /** @description The resource id of the private endpoint in Azure. */
            azurePeResourceId?: string;
        };
        "temporal.api.cloud.connectivityrule.v1.PrivateConnectivityRule.Input": {
            connectionId?: string | null;
            gcpProjectId?: string | null;
            region?: string | null;
            /** @description The resource id of the private endpoint in Azure. */
            azurePeResourceId?: string | null;
        };
        "temporal.api.cloud.connectivityrule.v1.PublicConnectivityRule": {
            enableStableIps?: boolean;
        };
        "temporal.api.cloud.connectivityrule.v1.PublicConnectivityRule.Input": {
            enableStableIps?: boolean | null;
        };
        "temporal.api.cloud.identity.v1.Access": {
            accountAccess?: components["schemas"]["temporal.api.cloud.identity.v1.AccountAccess"];
            namespaceAccesses?: {
                [key: string]: components["schemas"]["temporal.api.cloud.identity.v1.NamespaceAccess"];
            };
            /** @description The map of project accesses, by the id of the project. */
            projectAccesses?: {
                [key: string]: components["schemas"]["temporal.api.cloud.identity.v1.ProjectAccess"];
            };
            /** @deprecated */
            customRolesDeprecated?: string[];
        };
        "temporal.api.cloud.identity.v1.Access.Input": {
            accountAccess?: components["schemas"]["temporal.api.cloud.identity.v1.AccountAccess.Input"] | null;
            namespaceAccesses?: {
                [key: string]: components["schemas"]["temporal.api.cloud.identity.v1.NamespaceAccess.Input"];
            } | null;
            /** @description The map of project accesses, by the id of the project. */
            projectAccesses?: {
                [key: string]: components["schemas"]["temporal.api.cloud.identity.v1.ProjectAccess.Input"];
            } | null;
            /** @deprecated */
            customRolesDeprecated?: string[] | null;
        };
        "temporal.api.cloud.identity.v1.AccountAccess": {
            /** @deprecated */
            roleDeprecated?: string;
            role?: components["schemas"]["temporal.api.cloud.identity.v1.AccountAccess.Role"];
            customRoles?: string[];
        };
        "temporal.api.cloud.identity.v1.AccountAccess.Input": {
            /** @deprecated */
            roleDeprecated?: string | null;
            role?: components["schemas"]["temporal.api.cloud.identity.v1.AccountAccess.Role"] | number | null;
            customRoles?: string[] | null;
        };
        /** @enum {string} */
        "temporal.api.cloud.identity.v1.AccountAccess.Role": "ROLE_UNSPECIFIED" | "ROLE_OWNER" | "ROLE_ADMIN" | "ROLE_DEVELOPER" | "ROLE_FINANCE_ADMIN" | "ROLE_READ" | "ROLE_METRICS_READ";
        "temporal.api.cloud.identity.v1.ApiKey": {
            id?: string;
            resourceVersion?: string;
            spec?: components["schemas"]["temporal.api.cloud.identity.v1.ApiKeySpec"];
            /** @deprecated */
            stateDeprecated?: string;
            asyncOperationId?: string;
            /** Format: date-time */
            createdTime?: string;
            /** Format: date-time */
            lastModifiedTime?: string;
            state?: components["schemas"]["temporal.api.cloud.resource.v1.ResourceState"];
        };
        "temporal.api.cloud.identity.v1.ApiKeySpec": {
            ownerId?: string;
            /** @deprecated */
            ownerTypeDeprecated?: string;
            displayName?: string;
            description?: string;
            /** Format: date-time */
            expiryTime?: string;
            disabled?: boolean;
            ownerType?: components["schemas"]["temporal.api.cloud.identity.v1.OwnerType"];
        };
        "temporal.api.cloud.identity.v1.ApiKeySpec.Input": {
            ownerId?: string | null;
            /** @deprecated */
            ownerTypeDeprecated?: string | null;
            displayName?: string | null;
            description?: string | null;
            expiryTime?: string | null;
            disabled?: boolean | null;
            ownerType?: components["schemas"]["temporal.api.cloud.identity.v1.OwnerType"] | number | null;
        };
        "temporal.api.cloud.identity.v1.CloudGroupSpec": Record<string, never>;
        "temporal.api.cloud.identity.v1.CloudGroupSpec.Input": Record<string, never>;
        "temporal.api.cloud.identity.v1.CustomRole": {
            id?: string;
            resourceVersion?: string;
            spec?: components["schemas"]["temporal.api.cloud.identity.v1.CustomRoleSpec"];
            state?: components["schemas"]["temporal.api.cloud.resource.v1.ResourceState"];
            asyncOperationId?: string;
            /** Format: date-time */
            createdTime?: string;
            /** Format: date-time */
            lastModifiedTime?: string;
        };
        "temporal.api.cloud.identity.v1.CustomRoleSpec": {
            name?: string;
            description?: string;
            permissions?: components["schemas"]["temporal.api.cloud.identity.v1.CustomRoleSpec.Permission"][];
        };
        "temporal.api.cloud.identity.v1.CustomRoleSpec.Input": {
            name?: string | null;
            description?: string | null;
            permissions?: components["schemas"]["temporal.api.cloud.identity.v1.CustomRoleSpec.Permission.Input"][] | null;
        };
        "temporal.api.cloud.identity.v1.CustomRoleSpec.Permission": {
            resources?: components["schemas"]["temporal.api.cloud.identity.v1.CustomRoleSpec.Resources"];
            actions?: string[];
        };
        "temporal.api.cloud.identity.v1.CustomRoleSpec.Permission.Input": {
            resources?: components["schemas"]["temporal.api.cloud.identity.v1.CustomRoleSpec.Resources.Input"] | null;
            actions?: string[] | null;
        };
        "temporal.api.cloud.identity.v1.CustomRoleSpec.Resources": {
            resourceType?: string;
            resourceIds?: string[];
            allowAll?: boolean;
        };
        "temporal.api.cloud.identity.v1.CustomRoleSpec.Resources.Input": {
            resourceType?: string | null;
            resourceIds?: string[] | null;
            allowAll?: boolean | null;
        };
        "temporal.api.cloud.identity.v1.GoogleGroupSpec": {
            emailAddress?: string;
        };
        "temporal.api.cloud.identity.v1.GoogleGroupSpec.Input": {
            emailAddress?: string | null;
        };
        "temporal.api.cloud.identity.v1.Invitation": {
            /** Format: date-time */
            createdTime?: string;
            /** Format: date-time */
            expiredTime?: string;
        };
        "temporal.api.cloud.identity.v1.NamespaceAccess": {
            /** @deprecated */
            permissionDeprecated?: string;
            permission?: components["schemas"]["temporal.api.cloud.identity.v1.NamespaceAccess.Permission"];
        };
        "temporal.api.cloud.identity.v1.NamespaceAccess.Input": {
            /** @deprecated */
            permissionDeprecated?: string | null;
            permission?: components["schemas"]["temporal.api.cloud.identity.v1.NamespaceAccess.Permission"] | number | null;
        };
        /** @enum {string} */
        "temporal.api.cloud.identity.v1.NamespaceAccess.Permission": "PERMISSION_UNSPECIFIED" | "PERMISSION_ADMIN" | "PERMISSION_WRITE" | "PERMISSION_READ";
        "temporal.api.cloud.identity.v1.NamespaceScopedAccess": {
            namespace?: string;
            access?: components["schemas"]["temporal.api.cloud.identity.v1.NamespaceAccess"];
        };
        "temporal.api.cloud.identity.v1.NamespaceScopedAccess.Input": {
            namespace?: string | null;
            access?: components["schemas"]["temporal.api.cloud.identity.v1.NamespaceAccess.Input"] | null;
        };
        /** @enum {string} */
        "temporal.api.cloud.identity.v1.OwnerType": "OWNER_TYPE_UNSPECIFIED" | "OWNER_TYPE_USER" | "OWNER_TYPE_SERVICE_ACCOUNT";
        "temporal.api.cloud.identity.v1.ProjectAccess": {
            /** @description The role on the project. */
            role?: components["schemas"]["temporal.api.cloud.identity.v1.ProjectAccess.ProjectRole"];
        };
        "temporal.api.cloud.identity.v1.ProjectAccess.Input": {
            /** @description The role on the project. */
            role?: components["schemas"]["temporal.api.cloud.identity.v1.ProjectAccess.ProjectRole"] | number | null;
        };
        /** @enum {string} */
        "temporal.api.cloud.identity.v1.ProjectAccess.ProjectRole": "PROJECT_ROLE_UNSPECIFIED" | "PROJECT_ROLE_ADMIN" | "PROJECT_ROLE_WRITE" | "PROJECT_ROLE_READ" | "PROJECT_ROLE_LIST" | "PROJECT_ROLE_CONTRIBUTE" | "PROJECT_ROLE_MEMBER" | "PROJECT_ROLE_DEVELOPER";
        "temporal.api.cloud.identity.v1.ProjectScopedAccess": {
            /** @description The project that the service account is bound to, for good. */
            projectId?: string;
            /** @description The role on the project. */
            access?: components["schemas"]["temporal.api.cloud.identity.v1.ProjectAccess"];
            /** @description Permissions on namespaces of the project, beyond those of the role. */
            namespaceAccesses?: {
                [key: string]: components["schemas"]["temporal.api.cloud.identity.v1.NamespaceAccess"];
            };
        };
        "temporal.api.cloud.identity.v1.ProjectScopedAccess.Input": {
            /** @description The project that the service account is bound to, for good. */
            projectId?: string | null;
            /** @description The role on the project. */
            access?: components["schemas"]["temporal.api.cloud.identity.v1.ProjectAccess.Input"] | null;
            /** @description Permissions on namespaces of the project, beyond those of the role. */
            namespaceAccesses?: {
                [key: string]: components["schemas"]["temporal.api.cloud.identity.v1.NamespaceAccess.Input"];
            } | null;
        };
        "temporal.api.cloud.identity.v1.SCIMGroupSpec": {
            idpId?: string;
        };
        "temporal.api.cloud.identity.v1.SCIMGroupSpec.Input": {
            idpId?: string | null;
        };
        "temporal.api.cloud.identity.v1.ServiceAccount": {
            id?: string;
            resourceVersion?: string;
            spec?: components["schemas"]["temporal.api.cloud.identity.v1.ServiceAccountSpec"];
            /** @deprecated */
            stateDeprecated?: string;
            asyncOperationId?: string;
            /** Format: date-time */
            createdTime?: string;
            /** Format: date-time */
            lastModifiedTime?: string;
            state?: components["schemas"]["temporal.api.cloud.resource.v1.ResourceState"];
        };
        "temporal.api.cloud.identity.v1.ServiceAccountNamespaceAssignment": {
            id?: string;
            name?: string;
            namespaceAccess?: components["schemas"]["temporal.api.cloud.identity.v1.NamespaceAccess"];
            inheritedAccess?: boolean;
            resourceVersion?: string;
        };
        "temporal.api.cloud.identity.v1.ServiceAccountProjectAssignment": {
            /** @description The id of the service account. */
            id?: string;
            /** @description The name of the service account. */
            name?: string;
            /** @description The role given to the service account on the project. */
            projectAccess?: components["schemas"]["temporal.api.cloud.identity.v1.ProjectAccess"];
            /** @description True if the service account has access to the project through an account role. */
            inheritedAccess?: boolean;
            /** @description The current resource version of the service account. */
            resourceVersion?: string;
        };
        "temporal.api.cloud.identity.v1.ServiceAccountSpec": {
            name?: string;
            access?: components["schemas"]["temporal.api.cloud.identity.v1.Access"];
            description?: string;
            namespaceScopedAccess?: components["schemas"]["temporal.api.cloud.identity.v1.NamespaceScopedAccess"];
            /** @description For a service account of one project, instead of access. */
            projectScopedAccess?: components["schemas"]["temporal.api.cloud.identity.v1.ProjectScopedAccess"];
        };
        "temporal.api.cloud.identity.v1.ServiceAccountSpec.Input": {
            name?: string | null;
            access?: components["schemas"]["temporal.api.cloud.identity.v1.Access.Input"] | null;
            description?: string | null;
            namespaceScopedAccess?: components["schemas"]["temporal.api.cloud.identity.v1.NamespaceScopedAccess.Input"] | null;
            /** @description For a service account of one project, instead of access. */
            projectScopedAccess?: components["schemas"]["temporal.api.cloud.identity.v1.ProjectScopedAccess.Input"] | null;
        };
        "temporal.api.cloud.identity.v1.User": {
            id?: string;
            resourceVersion?: string;
            spec?: components["schemas"]["temporal.api.cloud.identity.v1.UserSpec"];
            /** @deprecated */
            stateDeprecated?: string;
            asyncOperationId?: string;
            invitation?: components["schemas"]["temporal.api.cloud.identity.v1.Invitation"];
            /** Format: date-time */
            createdTime?: string;
            /** Format: date-time */
            lastModifiedTime?: string;
            state?: components["schemas"]["temporal.api.cloud.resource.v1.ResourceState"];
        };
        "temporal.api.cloud.identity.v1.UserGroup": {
            id?: string;
            resourceVersion?: string;
            spec?: components["schemas"]["temporal.api.cloud.identity.v1.UserGroupSpec"];
            /** @deprecated */
            stateDeprecated?: string;
            asyncOperationId?: string;
            /** Format: date-time */
            createdTime?: string;
            /** Format: date-time */
            lastModifiedTime?: string;
            state?: components["schemas"]["temporal.api.cloud.resource.v1.ResourceState"];
        };
        "temporal.api.cloud.identity.v1.UserGroupMember": {
            memberId?: components["schemas"]["temporal.api.cloud.identity.v1.UserGroupMemberId"];
            /** Format: date-time */
            createdTime?: string;
        };
        "temporal.api.cloud.identity.v1.UserGroupMemberId": {
            userId?: string;
        };
        "temporal.api.cloud.identity.v1.UserGroupMemberId.Input": {
            userId?: string | null;
        };
        "temporal.api.cloud.identity.v1.UserGroupNamespaceAssignment": {
            id?: string;
            displayName?: string;
            namespaceAccess?: components["schemas"]["temporal.api.cloud.identity.v1.NamespaceAccess"];
            inheritedAccess?: boolean;
            resourceVersion?: string;
        };
        "temporal.api.cloud.identity.v1.UserGroupProjectAssignment": {
            /** @description The id of the group. */
            id?: string;
            /** @description The display name of the group. */
            displayName?: string;
            /** @description The role given to the group on the project. */
            projectAccess?: components["schemas"]["temporal.api.cloud.identity.v1.ProjectAccess"];
            /** @description True if the group has access to the project through an account role. */
            inheritedAccess?: boolean;
            /** @description The current resource version of the group. */
            resourceVersion?: string;
        };
        "temporal.api.cloud.identity.v1.UserGroupSpec": {
            displayName?: string;
            access?: components["schemas"]["temporal.api.cloud.identity.v1.Access"];
            googleGroup?: components["schemas"]["temporal.api.cloud.identity.v1.GoogleGroupSpec"];
            scimGroup?: components["schemas"]["temporal.api.cloud.identity.v1.SCIMGroupSpec"];
            cloudGroup?: components["schemas"]["temporal.api.cloud.identity.v1.CloudGroupSpec"];
        };
        "temporal.api.cloud.identity.v1.UserGroupSpec.Input": {
            displayName?: string | null;
            access?: components["schemas"]["temporal.api.cloud.identity.v1.Access.Input"] | null;
            googleGroup?: components["schemas"]["temporal.api.cloud.identity.v1.GoogleGroupSpec.Input"] | null;
            scimGroup?: components["schemas"]["temporal.api.cloud.identity.v1.SCIMGroupSpec.Input"] | null;
            cloudGroup?: components["schemas"]["temporal.api.cloud.identity.v1.CloudGroupSpec.Input"] | null;
        } & (unknown & unknown & unknown);
        "temporal.api.cloud.identity.v1.UserNamespaceAssignment": {
            id?: string;
            email?: string;
            namespaceAccess?: components["schemas"]["temporal.api.cloud.identity.v1.NamespaceAccess"];
            inheritedAccess?: boolean;
            resourceVersion?: string;
        };
        "temporal.api.cloud.identity.v1.UserProjectAssignment": {
            /** @description The id of the user. */
            id?: string;
            /** @description The email of the user. */
            email?: string;
            /** @description The role given to the user on the project. */
            projectAccess?: components["schemas"]["temporal.api.cloud.identity.v1.ProjectAccess"];
            /** @description True if the user has access to the project through an account role. */
            inheritedAccess?: boolean;
            /** @description The current resource version of the user. */
            resourceVersion?: string;
        };
        "temporal.api.cloud.identity.v1.UserSpec": {
            email?: string;
            access?: components["schemas"]["temporal.api.cloud.identity.v1.Access"];
        };
        "temporal.api.cloud.identity.v1.UserSpec.Input": {
            email?: string | null;
            access?: components["schemas"]["temporal.api.cloud.identity.v1.Access.Input"] | null;
        };
        "temporal.api.cloud.namespace.v1.AWSPrivateLinkInfo": {
            allowedPrincipalArns?: string[];
            vpcEndpointServiceNames?: string[];
        };
        "temporal.api.cloud.namespace.v1.ApiKeyAuthSpec": {
            enabled?: boolean;
        };
        "temporal.api.cloud.namespace.v1.ApiKeyAuthSpec.Input": {
            enabled?: boolean | null;
        };
        "temporal.api.cloud.namespace.v1.Capacity": {
            onDemand?: components["schemas"]["temporal.api.cloud.namespace.v1.Capacity.OnDemand"];
            provisioned?: components["schemas"]["temporal.api.cloud.namespace.v1.Capacity.Provisioned"];
            latestRequest?: components["schemas"]["temporal.api.cloud.namespace.v1.Capacity.Request"];
        };
        "temporal.api.cloud.namespace.v1.Capacity.OnDemand": Record<string, never>;
        "temporal.api.cloud.namespace.v1.Capacity.Provisioned": {
            /** Format: double */
            currentValue?: number;
        };
        "temporal.api.cloud.namespace.v1.Capacity.Request": {
            state?: components["schemas"]["temporal.api.cloud.namespace.v1.Capacity.Request.State"];
            /** Format: date-time */
            startTime?: string;
            /** Format: date-time */
            endTime?: string;
            asyncOperationId?: string;
            spec?: components["schemas"]["temporal.api.cloud.namespace.v1.CapacitySpec"];
        };
        /** @enum {string} */
        "temporal.api.cloud.namespace.v1.Capacity.Request.State": "STATE_CAPACITY_REQUEST_UNSPECIFIED" | "STATE_CAPACITY_REQUEST_COMPLETED" | "STATE_CAPACITY_REQUEST_IN_PROGRESS" | "STATE_CAPACITY_REQUEST_FAILED";
        "temporal.api.cloud.namespace.v1.CapacitySpec": {
            onDemand?: components["schemas"]["temporal.api.cloud.namespace.v1.CapacitySpec.OnDemand"];
            provisioned?: components["schemas"]["temporal.api.cloud.namespace.v1.CapacitySpec.Provisioned"];
        };
        "temporal.api.cloud.namespace.v1.CapacitySpec.Input": {
            onDemand?: components["schemas"]["temporal.api.cloud.namespace.v1.CapacitySpec.OnDemand.Input"] | null;
            provisioned?: components["schemas"]["temporal.api.cloud.namespace.v1.CapacitySpec.Provisioned.Input"] | null;
        } & unknown;
        "temporal.api.cloud.namespace.v1.CapacitySpec.OnDemand": Record<string, never>;
        "temporal.api.cloud.namespace.v1.CapacitySpec.OnDemand.Input": Record<string, never>;
        "temporal.api.cloud.namespace.v1.CapacitySpec.Provisioned": {
            /** Format: double */
            value?: number;
        };
        "temporal.api.cloud.namespace.v1.CapacitySpec.Provisioned.Input": {
            value?: number | string | null;
        };
        "temporal.api.cloud.namespace.v1.CertificateFilterSpec": {
            commonName?: string;
            organization?: string;
            organizationalUnit?: string;
            subjectAlternativeName?: string;
        };
        "temporal.api.cloud.namespace.v1.CertificateFilterSpec.Input": {
            commonName?: string | null;
            organization?: string | null;
            organizationalUnit?: string | null;
            subjectAlternativeName?: string | null;
        };
        "temporal.api.cloud.namespace.v1.CodecServerSpec": {
            endpoint?: string;
            passAccessToken?: boolean;
            includeCrossOriginCredentials?: boolean;
            customErrorMessage?: components["schemas"]["temporal.api.cloud.namespace.v1.CodecServerSpec.CustomErrorMessage"];
        };
        "temporal.api.cloud.namespace.v1.CodecServerSpec.CustomErrorMessage": {
            default?: components["schemas"]["temporal.api.cloud.namespace.v1.CodecServerSpec.CustomErrorMessage.ErrorMessage"];
        };
        "temporal.api.cloud.namespace.v1.CodecServerSpec.CustomErrorMessage.ErrorMessage": {
            message?: string;
            link?: string;
        };
        "temporal.api.cloud.namespace.v1.CodecServerSpec.CustomErrorMessage.ErrorMessage.Input": {
            message?: string | null;
            link?: string | null;
        };
        "temporal.api.cloud.namespace.v1.CodecServerSpec.CustomErrorMessage.Input": {
            default?: components["schemas"]["temporal.api.cloud.namespace.v1.CodecServerSpec.CustomErrorMessage.ErrorMessage.Input"] | null;
        };
        "temporal.api.cloud.namespace.v1.CodecServerSpec.Input": {
            endpoint?: string | null;
            passAccessToken?: boolean | null;
            includeCrossOriginCredentials?: boolean | null;
            customErrorMessage?: components["schemas"]["temporal.api.cloud.namespace.v1.CodecServerSpec.CustomErrorMessage.Input"] | null;
        };
        "temporal.api.cloud.namespace.v1.Endpoints": {
            webAddress?: string;
            mtlsGrpcAddress?: string;
            grpcAddress?: string;
        };
        "temporal.api.cloud.namespace.v1.ExportSink": {
            name?: string;
            resourceVersion?: string;
            state?: components["schemas"]["temporal.api.cloud.resource.v1.ResourceState"];
            spec?: components["schemas"]["temporal.api.cloud.namespace.v1.ExportSinkSpec"];
            health?: components["schemas"]["temporal.api.cloud.namespace.v1.ExportSink.Health"];
            errorMessage?: string;
            /** Format: date-time */
            latestDataExportTime?: string;
            /** Format: date-time */
            lastHealthCheckTime?: string;
        };
        /** @enum {string} */
        "temporal.api.cloud.namespace.v1.ExportSink.Health": "HEALTH_UNSPECIFIED" | "HEALTH_OK" | "HEALTH_ERROR_INTERNAL" | "HEALTH_ERROR_USER_CONFIGURATION";
        "temporal.api.cloud.namespace.v1.ExportSinkSpec": {
            name?: string;
            enabled?: boolean;
            s3?: components["schemas"]["temporal.api.cloud.sink.v1.S3Spec"];
            gcs?: components["schemas"]["temporal.api.cloud.sink.v1.GCSSpec"];
            /** @description The destination in Azure Blob Storage. */
            azureBlob?: components["schemas"]["temporal.api.cloud.sink.v1.AzureBlobSpec"];
        };
        "temporal.api.cloud.namespace.v1.ExportSinkSpec.Input": {
            name?: string | null;
            enabled?: boolean | null;
            s3?: components["schemas"]["temporal.api.cloud.sink.v1.S3Spec.Input"] | null;
            gcs?: components["schemas"]["temporal.api.cloud.sink.v1.GCSSpec.Input"] | null;
            /** @description The destination in Azure Blob Storage. */
            azureBlob?: components["schemas"]["temporal.api.cloud.sink.v1.AzureBlobSpec.Input"] | null;
        };
        "temporal.api.cloud.namespace.v1.FairnessSpec": {
            taskQueueFairnessEnabled?: boolean;
        };
        "temporal.api.cloud.namespace.v1.FairnessSpec.Input": {
            taskQueueFairnessEnabled?: boolean | null;
        };
        "temporal.api.cloud.namespace.v1.HighAvailabilitySpec": {
            disableManagedFailover?: boolean;
            disablePassivePollerForwarding?: boolean;
        };
        "temporal.api.cloud.namespace.v1.HighAvailabilitySpec.Input": {
            disableManagedFailover?: boolean | null;
            disablePassivePollerForwarding?: boolean | null;
        };
        "temporal.api.cloud.namespace.v1.LifecycleSpec": {
            enableDeleteProtection?: boolean;
        };
        "temporal.api.cloud.namespace.v1.LifecycleSpec.Input": {
            enableDeleteProtection?: boolean | null;
        };
        "temporal.api.cloud.namespace.v1.Limits": {
            /** Format: int32 */
            actionsPerSecondLimit?: number;
        };
        "temporal.api.cloud.namespace.v1.MtlsAuthSpec": {
            /** @deprecated */
            acceptedClientCaDeprecated?: string;
            certificateFilters?: components["schemas"]["temporal.api.cloud.namespace.v1.CertificateFilterSpec"][];
            enabled?: boolean;
            /** Format: byte */
            acceptedClientCa?: string;
        };
        "temporal.api.cloud.namespace.v1.MtlsAuthSpec.Input": {
            /** @deprecated */
            acceptedClientCaDeprecated?: string | null;
            certificateFilters?: components["schemas"]["temporal.api.cloud.namespace.v1.CertificateFilterSpec.Input"][] | null;
            enabled?: boolean | null;
            acceptedClientCa?: string | null;
        };
        "temporal.api.cloud.namespace.v1.Namespace": {
            namespace?: string;
            resourceVersion?: string;
            spec?: components["schemas"]["temporal.api.cloud.namespace.v1.NamespaceSpec"];
            /** @deprecated */
            stateDeprecated?: string;
            asyncOperationId?: string;
            endpoints?: components["schemas"]["temporal.api.cloud.namespace.v1.Endpoints"];
            activeRegion?: string;
            limits?: components["schemas"]["temporal.api.cloud.namespace.v1.Limits"];
            privateConnectivities?: components["schemas"]["temporal.api.cloud.namespace.v1.PrivateConnectivity"][];
            /** Format: date-time */
            createdTime?: string;
            /** Format: date-time */
            lastModifiedTime?: string;
            /** @deprecated */
            regionStatus?: {
                [key: string]: components["schemas"]["temporal.api.cloud.namespace.v1.NamespaceRegionStatus"];
            };
            state?: components["schemas"]["temporal.api.cloud.resource.v1.ResourceState"];
            connectivityRules?: components["schemas"]["temporal.api.cloud.connectivityrule.v1.ConnectivityRule"][];
            tags?: {
                [key: string]: string;
            };
            capacity?: components["schemas"]["temporal.api.cloud.namespace.v1.Capacity"];
            /** @description The id of the project that the namespace belongs to. */
            projectId?: string;
            replicas?: components["schemas"]["temporal.api.cloud.namespace.v1.Replica"][];
        };
        "temporal.api.cloud.namespace.v1.NamespaceCapacityInfo": {
            namespace?: string;
            hasLegacyLimits?: boolean;
            currentCapacity?: components["schemas"]["temporal.api.cloud.namespace.v1.Capacity"];
            modeOptions?: components["schemas"]["temporal.api.cloud.namespace.v1.NamespaceCapacityInfo.CapacityModeOptions"];
            stats?: components["schemas"]["temporal.api.cloud.namespace.v1.NamespaceCapacityInfo.Stats"];
        };
        "temporal.api.cloud.namespace.v1.NamespaceCapacityInfo.CapacityModeOptions": {
            provisioned?: components["schemas"]["temporal.api.cloud.namespace.v1.NamespaceCapacityInfo.CapacityModeOptions.Provisioned"];
            onDemand?: components["schemas"]["temporal.api.cloud.namespace.v1.NamespaceCapacityInfo.CapacityModeOptions.OnDemand"];
        };
        "temporal.api.cloud.namespace.v1.NamespaceCapacityInfo.CapacityModeOptions.OnDemand": {
            /** Format: double */
            apsLimit?: number;
        };
        "temporal.api.cloud.namespace.v1.NamespaceCapacityInfo.CapacityModeOptions.Provisioned": {
            validTruValues?: number[];
            /** Format: double */
            maxAvailableTruValue?: number;
        };
        "temporal.api.cloud.namespace.v1.NamespaceCapacityInfo.Stats": {
            aps?: components["schemas"]["temporal.api.cloud.namespace.v1.NamespaceCapacityInfo.Stats.Summary"];
        };
        "temporal.api.cloud.namespace.v1.NamespaceCapacityInfo.Stats.Summary": {
            /** Format: double */
            mean?: number;
            /** Format: double */
            p90?: number;
            /** Format: double */
            p99?: number;
        };
        "temporal.api.cloud.namespace.v1.NamespaceRegionStatus": {
            /** @deprecated */
            stateDeprecated?: string;
            asyncOperationId?: string;
            state?: components["schemas"]["temporal.api.cloud.namespace.v1.NamespaceRegionStatus.State"];
        };
        /** @enum {string} */
        "temporal.api.cloud.namespace.v1.NamespaceRegionStatus.State": "STATE_UNSPECIFIED" | "STATE_ADDING" | "STATE_ACTIVE" | "STATE_PASSIVE" | "STATE_REMOVING" | "STATE_FAILED";
        "temporal.api.cloud.namespace.v1.NamespaceSpec": {
            name?: string;
            /** @deprecated */
            regions?: string[];
            /** Format: int32 */
            retentionDays?: number;
            mtlsAuth?: components["schemas"]["temporal.api.cloud.namespace.v1.MtlsAuthSpec"];
            /** @deprecated */
            customSearchAttributes?: {
                [key: string]: string;
            };
            codecServer?: components["schemas"]["temporal.api.cloud.namespace.v1.CodecServerSpec"];
            apiKeyAuth?: components["schemas"]["temporal.api.cloud.namespace.v1.ApiKeyAuthSpec"];
            searchAttributes?: {
                [key: string]: components["schemas"]["temporal.api.cloud.namespace.v1.NamespaceSpec.SearchAttributeType"];
            };
            lifecycle?: components["schemas"]["temporal.api.cloud.namespace.v1.LifecycleSpec"];
            highAvailability?: components["schemas"]["temporal.api.cloud.namespace.v1.HighAvailabilitySpec"];
            connectivityRuleIds?: string[];
            capacitySpec?: components["schemas"]["temporal.api.cloud.namespace.v1.CapacitySpec"];
            replicas?: components["schemas"]["temporal.api.cloud.namespace.v1.ReplicaSpec"][];
            fairness?: components["schemas"]["temporal.api.cloud.namespace.v1.FairnessSpec"];
        };
        "temporal.api.cloud.namespace.v1.NamespaceSpec.Input": {
            name?: string | null;
            /** @deprecated */
            regions?: string[] | null;
            retentionDays?: number | string | null;
            mtlsAuth?: components["schemas"]["temporal.api.cloud.namespace.v1.MtlsAuthSpec.Input"] | null;
            /** @deprecated */
            customSearchAttributes?: {
                [key: string]: string;
            } | null;
            codecServer?: components["schemas"]["temporal.api.cloud.namespace.v1.CodecServerSpec.Input"] | null;
            apiKeyAuth?: components["schemas"]["temporal.api.cloud.namespace.v1.ApiKeyAuthSpec.Input"] | null;
            searchAttributes?: {
                [key: string]: components["schemas"]["temporal.api.cloud.namespace.v1.NamespaceSpec.SearchAttributeType"] | number;
            } | null;
            lifecycle?: components["schemas"]["temporal.api.cloud.namespace.v1.LifecycleSpec.Input"] | null;
            highAvailability?: components["schemas"]["temporal.api.cloud.namespace.v1.HighAvailabilitySpec.Input"] | null;
            connectivityRuleIds?: string[] | null;
            capacitySpec?: components["schemas"]["temporal.api.cloud.namespace.v1.CapacitySpec.Input"] | null;
            replicas?: components["schemas"]["temporal.api.cloud.namespace.v1.ReplicaSpec.Input"][] | null;
            fairness?: components["schemas"]["temporal.api.cloud.namespace.v1.FairnessSpec.Input"] | null;
        };
        /** @enum {string} */
        "temporal.api.cloud.namespace.v1.NamespaceSpec.SearchAttributeType": "SEARCH_ATTRIBUTE_TYPE_UNSPECIFIED" | "SEARCH_ATTRIBUTE_TYPE_TEXT" | "SEARCH_ATTRIBUTE_TYPE_KEYWORD" | "SEARCH_ATTRIBUTE_TYPE_INT" | "SEARCH_ATTRIBUTE_TYPE_DOUBLE" | "SEARCH_ATTRIBUTE_TYPE_BOOL" | "SEARCH_ATTRIBUTE_TYPE_DATETIME" | "SEARCH_ATTRIBUTE_TYPE_KEYWORD_LIST";
        "temporal.api.cloud.namespace.v1.PrivateConnectivity": {
            region?: string;
            awsPrivateLink?: components["schemas"]["temporal.api.cloud.namespace.v1.AWSPrivateLinkInfo"];
        };
        "temporal.api.cloud.namespace.v1.Replica": {
            id?: string;
            isPrimary?: boolean;
            state?: components["schemas"]["temporal.api.cloud.namespace.v1.Replica.ReplicaState"];
            region?: string;
        };
        /** @enum {string} */
        "temporal.api.cloud.namespace.v1.Replica.ReplicaState": "REPLICA_STATE_UNSPECIFIED" | "REPLICA_STATE_ADDING" | "REPLICA_STATE_ACTIVE" | "REPLICA_STATE_REMOVING" | "REPLICA_STATE_FAILED";
        "temporal.api.cloud.namespace.v1.ReplicaSpec": {
            region?: string;
        };
        "temporal.api.cloud.namespace.v1.ReplicaSpec.Input": {
            region?: string | null;
        };
        "temporal.api.cloud.nexus.v1.AllowedCloudNamespacePolicySpec": {
            namespaceId?: string;
        };
        "temporal.api.cloud.nexus.v1.AllowedCloudNamespacePolicySpec.Input": {
            namespaceId?: string | null;
        };
        "temporal.api.cloud.nexus.v1.Endpoint": {
            id?: string;
            resourceVersion?: string;
            spec?: components["schemas"]["temporal.api.cloud.nexus.v1.EndpointSpec"];
            state?: components["schemas"]["temporal.api.cloud.resource.v1.ResourceState"];
            asyncOperationId?: string;
            /** Format: date-time */
            createdTime?: string;
            /** Format: date-time */
            lastModifiedTime?: string;
            /** @description The id of the project that the endpoint belongs to. */
            projectId?: string;
        };
        "temporal.api.cloud.nexus.v1.EndpointPolicySpec": {
            allowedCloudNamespacePolicySpec?: components["schemas"]["temporal.api.cloud.nexus.v1.AllowedCloudNamespacePolicySpec"];
        };
        "temporal.api.cloud.nexus.v1.EndpointPolicySpec.Input": {
            allowedCloudNamespacePolicySpec?: components["schemas"]["temporal.api.cloud.nexus.v1.AllowedCloudNamespacePolicySpec.Input"] | null;
        };
        "temporal.api.cloud.nexus.v1.EndpointSpec": {
            name?: string;
            targetSpec?: components["schemas"]["temporal.api.cloud.nexus.v1.EndpointTargetSpec"];
            policySpecs?: components["schemas"]["temporal.api.cloud.nexus.v1.EndpointPolicySpec"][];
            /** @deprecated */
            descriptionDeprecated?: string;
            description?: components["schemas"]["temporal.api.common.v1.Payload"];
        };
        "temporal.api.cloud.nexus.v1.EndpointSpec.Input": {
            name?: string | null;
            targetSpec?: components["schemas"]["temporal.api.cloud.nexus.v1.EndpointTargetSpec.Input"] | null;
            policySpecs?: components["schemas"]["temporal.api.cloud.nexus.v1.EndpointPolicySpec.Input"][] | null;
            /** @deprecated */
            descriptionDeprecated?: string | null;
            description?: components["schemas"]["temporal.api.common.v1.Payload.Input"] | null;
        };
        "temporal.api.cloud.nexus.v1.EndpointTargetSpec": {
            workerTargetSpec?: components["schemas"]["temporal.api.cloud.nexus.v1.WorkerTargetSpec"];
        };
        "temporal.api.cloud.nexus.v1.EndpointTargetSpec.Input": {
            workerTargetSpec?: components["schemas"]["temporal.api.cloud.nexus.v1.WorkerTargetSpec.Input"] | null;
        };
        "temporal.api.cloud.nexus.v1.WorkerTargetSpec": {
            namespaceId?: string;
            taskQueue?: string;
        };
        "temporal.api.cloud.nexus.v1.WorkerTargetSpec.Input": {
            namespaceId?: string | null;
            taskQueue?: string | null;
        };
        "temporal.api.cloud.operation.v1.AsyncOperation": {
            id?: string;
            /** @deprecated */
            stateDeprecated?: string;
            /** @example 3600s */
            checkDuration?: string;
            operationType?: string;
            operationInput?: {
                "@type": string;
            } & {
                [key: string]: unknown;
            };
            failureReason?: string;
            /** Format: date-time */
            startedTime?: string;
            /** Format: date-time */
            finishedTime?: string;
            state?: components["schemas"]["temporal.api.cloud.operation.v1.AsyncOperation.State"];
        };
        /** @enum {string} */
        "temporal.api.cloud.operation.v1.AsyncOperation.State": "STATE_UNSPECIFIED" | "STATE_PENDING" | "STATE_IN_PROGRESS" | "STATE_FAILED" | "STATE_CANCELLED" | "STATE_FULFILLED" | "STATE_REJECTED";
        "temporal.api.cloud.project.v1.LifecycleSpec": {
            /** @description Refuses to delete the project as long as it is set. */
            enableDeleteProtection?: boolean;
        };
        "temporal.api.cloud.project.v1.LifecycleSpec.Input": {
            /** @description Refuses to delete the project as long as it is set. */
            enableDeleteProtection?: boolean | null;
        };
        "temporal.api.cloud.project.v1.Project": {
            /** @description The id of the project; it never changes. */
            id?: string;
            spec?: components["schemas"]["temporal.api.cloud.project.v1.ProjectSpec"];
            /** @description The current version of the project: updates carry it. */
            resourceVersion?: string;
            state?: components["schemas"]["temporal.api.cloud.resource.v1.ResourceState"];
            /** @description The operation in flight, if any. */
            asyncOperationId?: string;
            /** Format: date-time */
            createdTime?: string;
            /** Format: date-time */
            lastModifiedTime?: string;
        };
        "temporal.api.cloud.project.v1.ProjectSpec": {
            /** @description At most 64 characters. */
            displayName?: string;
            /** @description At most 255 characters. */
            description?: string;
            lifecycle?: components["schemas"]["temporal.api.cloud.project.v1.LifecycleSpec"];
        };
        "temporal.api.cloud.project.v1.ProjectSpec.Input": {
            /** @description At most 64 characters. */
            displayName?: string | null;
            /** @description At most 255 characters. */
            description?: string | null;
            lifecycle?: components["schemas"]["temporal.api.cloud.project.v1.LifecycleSpec.Input"] | null;
        };
        "temporal.api.cloud.region.v1.Region": {
            id?: string;
            /** @deprecated */
            cloudProviderDeprecated?: string;
            cloudProviderRegion?: string;
            location?: string;
            cloudProvider?: components["schemas"]["temporal.api.cloud.region.v1.Region.CloudProvider"];
        };
        /** @enum {string} */
        "temporal.api.cloud.region.v1.Region.CloudProvider": "CLOUD_PROVIDER_UNSPECIFIED" | "CLOUD_PROVIDER_AWS" | "CLOUD_PROVIDER_GCP" | "CLOUD_PROVIDER_AZURE";
        /** @enum {string} */
        "temporal.api.cloud.resource.v1.ResourceState": "RESOURCE_STATE_UNSPECIFIED" | "RESOURCE_STATE_ACTIVATING" | "RESOURCE_STATE_ACTIVATION_FAILED" | "RESOURCE_STATE_ACTIVE" | "RESOURCE_STATE_UPDATING" | "RESOURCE_STATE_UPDATE_FAILED" | "RESOURCE_STATE_DELETING" | "RESOURCE_STATE_DELETE_FAILED" | "RESOURCE_STATE_DELETED" | "RESOURCE_STATE_SUSPENDED" | "RESOURCE_STATE_EXPIRED";
        "temporal.api.cloud.sink.v1.AzureBlobSpec": {
            tenantId?: string;
            storageAccount?: string;
            containerName?: string;
            region?: string;
            subscriptionId?: string;
            resourceGroup?: string;
        };
        "temporal.api.cloud.sink.v1.AzureBlobSpec.Input": {
            tenantId?: string | null;
            storageAccount?: string | null;
            containerName?: string | null;
            region?: string | null;
            subscriptionId?: string | null;
            resourceGroup?: string | null;
        };
        "temporal.api.cloud.sink.v1.GCSSpec": {
            saId?: string;
            bucketName?: string;
            gcpProjectId?: string;
            region?: string;
        };
        "temporal.api.cloud.sink.v1.GCSSpec.Input": {
            saId?: string | null;
            bucketName?: string | null;
            gcpProjectId?: string | null;
            region?: string | null;
        };
        "temporal.api.cloud.sink.v1.KinesisSpec": {
            roleName?: string;
            destinationUri?: string;
            region?: string;
        };
        "temporal.api.cloud.sink.v1.KinesisSpec.Input": {
            roleName?: string | null;
            destinationUri?: string | null;
            region?: string | null;
        };
        "temporal.api.cloud.sink.v1.PubSubSpec": {
            serviceAccountId?: string;
            topicName?: string;
            gcpProjectId?: string;
        };
        "temporal.api.cloud.sink.v1.PubSubSpec.Input": {
            serviceAccountId?: string | null;
            topicName?: string | null;
            gcpProjectId?: string | null;
        };
        "temporal.api.cloud.sink.v1.S3Spec": {
            roleName?: string;
            bucketName?: string;
            region?: string;
            kmsArn?: string;
            awsAccountId?: string;
        };
        "temporal.api.cloud.sink.v1.S3Spec.Input": {
            roleName?: string | null;
            bucketName?: string | null;
            region?: string | null;
            kmsArn?: string | null;
            awsAccountId?: string | null;
        };
        "temporal.api.cloud.usage.v1.GroupBy": {
            key?: components["schemas"]["temporal.api.cloud.usage.v1.GroupByKey"];
            value?: string;
        };
        /** @enum {string} */
        "temporal.api.cloud.usage.v1.GroupByKey": "GROUP_BY_KEY_UNSPECIFIED" | "GROUP_BY_KEY_NAMESPACE";
        "temporal.api.cloud.usage.v1.Record": {
            type?: components["schemas"]["temporal.api.cloud.usage.v1.RecordType"];
            unit?: components["schemas"]["temporal.api.cloud.usage.v1.RecordUnit"];
            /** Format: double */
            value?: number;
        };
        "temporal.api.cloud.usage.v1.RecordGroup": {
            groupBys?: components["schemas"]["temporal.api.cloud.usage.v1.GroupBy"][];
            records?: components["schemas"]["temporal.api.cloud.usage.v1.Record"][];
        };
        /** @enum {string} */
        "temporal.api.cloud.usage.v1.RecordType": "RECORD_TYPE_UNSPECIFIED" | "RECORD_TYPE_ACTIONS" | "RECORD_TYPE_ACTIVE_STORAGE" | "RECORD_TYPE_RETAINED_STORAGE";
        /** @enum {string} */
        "temporal.api.cloud.usage.v1.RecordUnit": "RECORD_UNIT_UNSPECIFIED" | "RECORD_UNIT_NUMBER" | "RECORD_UNIT_BYTE_SECONDS";
        "temporal.api.cloud.usage.v1.Summary": {
            /** Format: date-time */
            startTime?: string;
            /** Format: date-time */
            endTime?: string;
            recordGroups?: components["schemas"]["temporal.api.cloud.usage.v1.RecordGroup"][];
            incomplete?: boolean;
        };
        "temporal.api.common.v1.Payload": {
            metadata?: {
                [key: string]: string;
            };
            /** Format: byte */
            data?: string;
            externalPayloads?: components["schemas"]["temporal.api.common.v1.Payload.ExternalPayloadDetails"][];
        };
        "temporal.api.common.v1.Payload.ExternalPayloadDetails": {
            /** Format: int64 */
            sizeBytes?: string;
        };
        "temporal.api.common.v1.Payload.ExternalPayloadDetails.Input": {
            sizeBytes?: number | string | null;
        };
        "temporal.api.common.v1.Payload.Input": {
            metadata?: {
                [key: string]: string;
            } | null;
            data?: string | null;
            externalPayloads?: components["schemas"]["temporal.api.common.v1.Payload.ExternalPayloadDetails.Input"][] | null;
        };
    };
    responses: {
        /** @description INVALID_ARGUMENT or OUT_OF_RANGE: a field breaks a rule; `details` names it. */
        InvalidArgument: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": 3,
                 *       "message": "retention_days must be between 1 and 90.",
                 *       "details": [
                 *         {
                 *           "@type": "type.googleapis.com/google.rpc.BadRequest",
                 *           "fieldViolations": [
                 *             {
                 *               "field": "spec.retentionDays",
                 *               "description": "must be between 1 and 90."
                 *             }
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description UNAUTHENTICATED: no credentials, or ones that are not valid any more. */
        Unauthenticated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": 16,
                 *       "message": "Send an API key as a bearer token, or sign in.",
                 *       "details": []
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description PERMISSION_DENIED: the caller's roles do not allow this. */
        PermissionDenied: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": 7,
                 *       "message": "Your role, or the state of your account, does not allow cloud.namespace.create.",
                 *       "details": []
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description NOT_FOUND: there is no such thing in the caller's account. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": 5,
                 *       "message": "There is no namespace orders.a1b2c3.",
                 *       "details": []
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description ALREADY_EXISTS or ABORTED: the name is taken, or another change came first. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": 6,
                 *       "message": "A namespace named orders exists already.",
                 *       "details": []
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description FAILED_PRECONDITION: the resource has another version, or is in a state that forbids this. */
        FailedPrecondition: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": 9,
                 *       "message": "The resource has changed: read it again and send its new resource_version.",
                 *       "details": []
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The body is too large. */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": 3,
                 *       "message": "The body has more than 4194304 bytes.",
                 *       "details": []
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The body is not application/json. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": 3,
                 *       "message": "The body must be sent as content-type: application/json, without content-encoding.",
                 *       "details": []
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description RESOURCE_EXHAUSTED: a limit is reached; with Retry-After when it frees itself. */
        ResourceExhausted: {
            headers: {
                /** @description Seconds to wait. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": 8,
                 *       "message": "The limit of 40 requests per second of a user is reached.",
                 *       "details": []
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description UNIMPLEMENTED: not served by this version. */
        Unimplemented: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": 12,
                 *       "message": "This method is not implemented by this version of the server.",
                 *       "details": []
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description UNAVAILABLE: a part of the cloud is away; try again. */
        Unavailable: {
            headers: {
                /** @description Seconds to wait. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": 14,
                 *       "message": "The database cannot be reached. Try again.",
                 *       "details": []
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Any other failure. */
        Error: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": 13,
                 *       "message": "An internal error happened. Try again, and report the request id if it persists.",
                 *       "details": []
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    AccessService_ExplainAccess: {
        parameters: {
            query?: {
                /**
                 * @description "user", "service_account" or "group"; with principal_id left out, the caller
                 * @example user
                 */
                principalType?: string;
                /** @example 7f3f5a2b1c0d4e6f8a9b0c1d2e3f4a5b */
                principalId?: string;
                /**
                 * @description "cloud.namespace.get"; left out, every action that is allowed
                 * @example cloud.namespace.create
                 */
                action?: string;
                /**
                 * @description "<name>.<account>" that the action would be done on
                 * @example orders.a1b2c3
                 */
                namespace?: string;
                /** @example a1b2c3-default */
                projectId?: string;
                /**
                 * @description a Nexus endpoint's, connectivity rule's or custom role's
                 * @example example
                 */
                resourceId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "allowedActions": [
                     *         {
                     *           "action": "cloud.namespace.create",
                     *           "grants": [
                     *             {
                     *               "kind": "example",
                     *               "role": "example",
                     *               "namespace": "orders.a1b2c3",
                     *               "projectId": "a1b2c3-default",
                     *               "customRoleId": "example",
                     *               "groupId": "5b8e0f3e-2d5a-4c7e-9a51-7f4f1f0b2c33",
                     *               "groupDisplayName": "example"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.ExplainAccessResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    ApiKeyService_GetApiKeyPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "policy": {
                     *         "spec": {
                     *           "creationDisabled": true,
                     *           "useDisabled": true
                     *         },
                     *         "resourceVersion": "1"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetApiKeyPolicyResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    ApiKeyService_UpdateApiKeyPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "creationDisabled": true,
                 *         "useDisabled": true
                 *       },
                 *       "resourceVersion": "1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.UpdateApiKeyPolicyRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.UpdateApiKeyPolicyResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    ApiKeyService_RotateApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example c9f0f895fb98ab9159f51fd0297e236d */
                key_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "resourceVersion": "1",
                 *       "overlap": "3600s",
                 *       "expiryTime": "2026-01-31T12:00:00Z",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.RotateApiKeyRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "keyId": "c9f0f895fb98ab9159f51fd0297e236d",
                     *       "token": "Owdl2ZhSlPk-4A9WJakL3TSdMD12o7qrShPriv33FwA",
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.RotateApiKeyResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    ConsensusService_GetApprovalRequests: {
        parameters: {
            query?: {
                /** @example  */
                state?: string;
                /** @example orders.a1b2c3 */
                namespace?: string;
                /** @example 100 */
                pageSize?: number;
                /** @example  */
                pageToken?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requests": [
                     *         {
                     *           "requestId": "1e7b9a40-3c5d-4e6f-8a7b-9c0d1e2f3a4b",
                     *           "kind": "example",
                     *           "subject": "example",
                     *           "namespace": "orders.a1b2c3",
                     *           "resourceId": "example",
                     *           "call": {
                     *             "namespace": "orders.a1b2c3",
                     *             "method": "TerminateWorkflowExecution",
                     *             "workflowId": "order-1",
                     *             "visibilityQuery": "example",
                     *             "certificateSha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *             "reason": "The order was cancelled."
                     *           },
                     *           "reason": "The order was cancelled.",
                     *           "requesterId": "example",
                     *           "requesterName": "example",
                     *           "state": "",
                     *           "failureReason": "example",
                     *           "approvalsNeeded": 1,
                     *           "decisions": [
                     *             {
                     *               "userId": "7f3f5a2b1c0d4e6f8a9b0c1d2e3f4a5b",
                     *               "userName": "example",
                     *               "decision": "example",
                     *               "comment": "Agreed.",
                     *               "time": "2026-01-31T12:00:00Z"
                     *             }
                     *           ],
                     *           "policyIds": [
                     *             "example"
                     *           ],
                     *           "breakGlass": true,
                     *           "requestHash": "example",
                     *           "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *           "createdTime": "2026-01-31T12:00:00Z",
                     *           "expiresTime": "2026-01-31T12:00:00Z",
                     *           "grantExpiresTime": "2026-01-31T12:00:00Z",
                     *           "grantUses": 1
                     *         }
                     *       ],
                     *       "nextPageToken": ""
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetApprovalRequestsResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    ConsensusService_CreateApprovalRequest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "call": {
                 *         "namespace": "orders.a1b2c3",
                 *         "method": "TerminateWorkflowExecution",
                 *         "workflowId": "order-1",
                 *         "visibilityQuery": "example",
                 *         "certificateSha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                 *         "reason": "The order was cancelled."
                 *       },
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.CreateApprovalRequestRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requestId": "1e7b9a40-3c5d-4e6f-8a7b-9c0d1e2f3a4b",
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.CreateApprovalRequestResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    ConsensusService_GetApprovalRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 1e7b9a40-3c5d-4e6f-8a7b-9c0d1e2f3a4b */
                request_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "request": {
                     *         "requestId": "1e7b9a40-3c5d-4e6f-8a7b-9c0d1e2f3a4b",
                     *         "kind": "example",
                     *         "subject": "example",
                     *         "namespace": "orders.a1b2c3",
                     *         "resourceId": "example",
                     *         "call": {
                     *           "namespace": "orders.a1b2c3",
                     *           "method": "TerminateWorkflowExecution",
                     *           "workflowId": "order-1",
                     *           "visibilityQuery": "example",
                     *           "certificateSha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *           "reason": "The order was cancelled."
                     *         },
                     *         "reason": "The order was cancelled.",
                     *         "requesterId": "example",
                     *         "requesterName": "example",
                     *         "state": "",
                     *         "failureReason": "example",
                     *         "approvalsNeeded": 1,
                     *         "decisions": [
                     *           {
                     *             "userId": "7f3f5a2b1c0d4e6f8a9b0c1d2e3f4a5b",
                     *             "userName": "example",
                     *             "decision": "example",
                     *             "comment": "Agreed.",
                     *             "time": "2026-01-31T12:00:00Z"
                     *           }
                     *         ],
                     *         "policyIds": [
                     *           "example"
                     *         ],
                     *         "breakGlass": true,
                     *         "requestHash": "example",
                     *         "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "createdTime": "2026-01-31T12:00:00Z",
                     *         "expiresTime": "2026-01-31T12:00:00Z",
                     *         "grantExpiresTime": "2026-01-31T12:00:00Z",
                     *         "grantUses": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetApprovalRequestResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    ConsensusService_Approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 1e7b9a40-3c5d-4e6f-8a7b-9c0d1e2f3a4b */
                request_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "requestHash": "example",
                 *       "comment": "Agreed.",
                 *       "breakGlass": true
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.ApproveRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "request": {
                     *         "requestId": "1e7b9a40-3c5d-4e6f-8a7b-9c0d1e2f3a4b",
                     *         "kind": "example",
                     *         "subject": "example",
                     *         "namespace": "orders.a1b2c3",
                     *         "resourceId": "example",
                     *         "call": {
                     *           "namespace": "orders.a1b2c3",
                     *           "method": "TerminateWorkflowExecution",
                     *           "workflowId": "order-1",
                     *           "visibilityQuery": "example",
                     *           "certificateSha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *           "reason": "The order was cancelled."
                     *         },
                     *         "reason": "The order was cancelled.",
                     *         "requesterId": "example",
                     *         "requesterName": "example",
                     *         "state": "",
                     *         "failureReason": "example",
                     *         "approvalsNeeded": 1,
                     *         "decisions": [
                     *           {
                     *             "userId": "7f3f5a2b1c0d4e6f8a9b0c1d2e3f4a5b",
                     *             "userName": "example",
                     *             "decision": "example",
                     *             "comment": "Agreed.",
                     *             "time": "2026-01-31T12:00:00Z"
                     *           }
                     *         ],
                     *         "policyIds": [
                     *           "example"
                     *         ],
                     *         "breakGlass": true,
                     *         "requestHash": "example",
                     *         "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "createdTime": "2026-01-31T12:00:00Z",
                     *         "expiresTime": "2026-01-31T12:00:00Z",
                     *         "grantExpiresTime": "2026-01-31T12:00:00Z",
                     *         "grantUses": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.ApproveResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    ConsensusService_Reject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 1e7b9a40-3c5d-4e6f-8a7b-9c0d1e2f3a4b */
                request_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "comment": "Agreed."
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.RejectRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "request": {
                     *         "requestId": "1e7b9a40-3c5d-4e6f-8a7b-9c0d1e2f3a4b",
                     *         "kind": "example",
                     *         "subject": "example",
                     *         "namespace": "orders.a1b2c3",
                     *         "resourceId": "example",
                     *         "call": {
                     *           "namespace": "orders.a1b2c3",
                     *           "method": "TerminateWorkflowExecution",
                     *           "workflowId": "order-1",
                     *           "visibilityQuery": "example",
                     *           "certificateSha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *           "reason": "The order was cancelled."
                     *         },
                     *         "reason": "The order was cancelled.",
                     *         "requesterId": "example",
                     *         "requesterName": "example",
                     *         "state": "",
                     *         "failureReason": "example",
                     *         "approvalsNeeded": 1,
                     *         "decisions": [
                     *           {
                     *             "userId": "7f3f5a2b1c0d4e6f8a9b0c1d2e3f4a5b",
                     *             "userName": "example",
                     *             "decision": "example",
                     *             "comment": "Agreed.",
                     *             "time": "2026-01-31T12:00:00Z"
                     *           }
                     *         ],
                     *         "policyIds": [
                     *           "example"
                     *         ],
                     *         "breakGlass": true,
                     *         "requestHash": "example",
                     *         "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "createdTime": "2026-01-31T12:00:00Z",
                     *         "expiresTime": "2026-01-31T12:00:00Z",
                     *         "grantExpiresTime": "2026-01-31T12:00:00Z",
                     *         "grantUses": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.RejectResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    ConsensusService_Withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 1e7b9a40-3c5d-4e6f-8a7b-9c0d1e2f3a4b */
                request_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["cellplane.cloud.v1.WithdrawRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "request": {
                     *         "requestId": "1e7b9a40-3c5d-4e6f-8a7b-9c0d1e2f3a4b",
                     *         "kind": "example",
                     *         "subject": "example",
                     *         "namespace": "orders.a1b2c3",
                     *         "resourceId": "example",
                     *         "call": {
                     *           "namespace": "orders.a1b2c3",
                     *           "method": "TerminateWorkflowExecution",
                     *           "workflowId": "order-1",
                     *           "visibilityQuery": "example",
                     *           "certificateSha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *           "reason": "The order was cancelled."
                     *         },
                     *         "reason": "The order was cancelled.",
                     *         "requesterId": "example",
                     *         "requesterName": "example",
                     *         "state": "",
                     *         "failureReason": "example",
                     *         "approvalsNeeded": 1,
                     *         "decisions": [
                     *           {
                     *             "userId": "7f3f5a2b1c0d4e6f8a9b0c1d2e3f4a5b",
                     *             "userName": "example",
                     *             "decision": "example",
                     *             "comment": "Agreed.",
                     *             "time": "2026-01-31T12:00:00Z"
                     *           }
                     *         ],
                     *         "policyIds": [
                     *           "example"
                     *         ],
                     *         "breakGlass": true,
                     *         "requestHash": "example",
                     *         "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "createdTime": "2026-01-31T12:00:00Z",
                     *         "expiresTime": "2026-01-31T12:00:00Z",
                     *         "grantExpiresTime": "2026-01-31T12:00:00Z",
                     *         "grantUses": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.WithdrawResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    BillingService_GetBilling: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "currency": "usd",
                     *       "priceBook": "public-essentials@1",
                     *       "plan": "Essentials",
                     *       "periodStart": "2026-11-01T00:00:00Z",
                     *       "periodEnd": "2026-12-01T00:00:00Z",
                     *       "spentMicros": "320000000",
                     *       "forecastMicros": "659020000",
                     *       "forecastLowMicros": "610000000",
                     *       "forecastHighMicros": "708000000",
                     *       "creditCents": 5000,
                     *       "trial": {
                     *         "amountCents": 100000,
                     *         "balanceCents": 100000,
                     *         "leftCents": 34098,
                     *         "expireTime": "2027-01-01T00:00:00Z"
                     *       },
                     *       "nextPriceBook": "default@1",
                     *       "nextPriceBookTime": "2026-12-01T00:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetBillingResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    BillingService_GetBillingAlerts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "alerts": [
                     *         {
                     *           "kind": "invoice-difference",
                     *           "subject": "inv-7x2kq9m4p1w8c3za",
                     *           "raisedTime": "2026-12-02T04:00:00Z",
                     *           "detailJson": "{\"ourCents\":\"60902\",\"stripeCents\":\"60901\"}"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetBillingAlertsResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    BillingService_MakeCommitment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "accountId": "a1b2c3",
                 *       "currency": "usd",
                 *       "amountCents": 1000000,
                 *       "years": 1,
                 *       "startTime": "2026-12-01T00:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.MakeCommitmentRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commitmentId": "8e1f6c0a-3f43-4c44-8a55-1f0c3c7f0d21",
                     *       "rolledOverCents": 100000,
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.MakeCommitmentResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    BillingService_GrantCredit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "accountId": "a1b2c3",
                 *       "name": "Welcome",
                 *       "category": "promotional",
                 *       "currency": "usd",
                 *       "amountCents": 5000,
                 *       "priority": 50,
                 *       "expireTime": "2027-11-01T00:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.GrantCreditRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "grantId": "f1c9b1d2-7d57-4c86-9a0b-6a1f3d1c2e44",
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GrantCreditResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    BillingService_AdjustCredit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example f1c9b1d2-7d57-4c86-9a0b-6a1f3d1c2e44 */
                grant_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "accountId": "a1b2c3",
                 *       "amountCents": -500,
                 *       "reason": "Granted by mistake.",
                 *       "void": false,
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.AdjustCreditRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.AdjustCreditResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    BillingService_HoldDunning: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "accountId": "a1b2c3",
                 *       "until": "2026-01-31T12:00:00Z",
                 *       "reason": "A new card is on its way.",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.HoldDunningRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.HoldDunningResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    BillingService_AdjustInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example inv-7x2kq9m4p1w8c3za */
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "accountId": "a1b2c3",
                 *       "line": 1,
                 *       "quantity": "",
                 *       "amountCents": 1,
                 *       "reason": "An outage on 12 November.",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.AdjustInvoiceRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amountCents": 1,
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.AdjustInvoiceResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    BillingService_CreditInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example inv-7x2kq9m4p1w8c3za */
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "accountId": "a1b2c3",
                 *       "amountCents": 500,
                 *       "reason": "An outage on 12 November.",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.CreditInvoiceRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.CreditInvoiceResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    BillingService_ReconcileInvoices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "accountId": "a1b2c3",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.ReconcileInvoicesRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "invoices": 2,
                     *       "differences": 0,
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.ReconcileInvoicesResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    BillingService_ChangeBillingTerms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "accountId": "a1b2c3",
                 *       "priceBook": "public-business@1",
                 *       "discountBasisPoints": 500,
                 *       "validFrom": "2026-12-01T00:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.ChangeBillingTermsRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.ChangeBillingTermsResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    BillingService_AdjustUsage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "accountId": "a1b2c3",
                 *       "namespace": "orders.a1b2c3",
                 *       "day": "2026-01-31T12:00:00Z",
                 *       "kind": "start_workflow",
                 *       "workflowType": "order",
                 *       "quantity": "1000",
                 *       "reason": "A load test of ours.",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.AdjustUsageRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.AdjustUsageResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    BillingService_GetInvoiceAdjustments: {
        parameters: {
            query?: {
                /** @example 100 */
                pageSize?: number;
                /** @example  */
                pageToken?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "adjustments": [
                     *         {
                     *           "adjustmentId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *           "invoiceId": "inv-7x2kq9m4p1w8c3za",
                     *           "line": 1,
                     *           "namespace": "orders.a1b2c3",
                     *           "kind": "actions",
                     *           "quantity": "",
                     *           "amountCents": -500,
                     *           "openCents": 0,
                     *           "reason": "An outage on 12 November.",
                     *           "settlement": "next_invoice",
                     *           "settledOn": [
                     *             "inv-7x2kq9m4p1w8c3za"
                     *           ],
                     *           "createdTime": "2026-01-31T12:00:00Z"
                     *         }
                     *       ],
                     *       "nextPageToken": ""
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetInvoiceAdjustmentsResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    BillingService_GetBudget: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "budget": {
                     *         "resourceVersion": "1",
                     *         "spec": {
                     *           "amountCents": 70000,
                     *           "thresholdPercents": [
                     *             50,
                     *             80,
                     *             100
                     *           ],
                     *           "emails": [
                     *             "payments@example.com"
                     *           ],
                     *           "webhookUrl": "https://hooks.example.com/spend",
                     *           "hardCap": true,
                     *           "tellUnusualDays": true
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetBudgetResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    BillingService_UpdateBudget: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "amountCents": 70000,
                 *         "thresholdPercents": [
                 *           50,
                 *           80,
                 *           100
                 *         ],
                 *         "emails": [
                 *           "payments@example.com"
                 *         ],
                 *         "webhookUrl": "https://hooks.example.com/spend",
                 *         "hardCap": true,
                 *         "tellUnusualDays": true
                 *       },
                 *       "resourceVersion": "1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.UpdateBudgetRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.UpdateBudgetResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    PaymentMethodService_StartCardSetup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["cellplane.cloud.v1.StartCardSetupRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "setupIntentId": "seti_1SXk2pGq7v9",
                     *       "clientSecret": "seti_1SXk2pGq7_secret_TUXk2pGq7v9"
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.StartCardSetupResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    PaymentMethodService_CompleteCardSetup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example seti_1SXk2pGq7v9 */
                setup_intent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["cellplane.cloud.v1.CompleteCardSetupRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "paymentMethodId": "pm_1SXk2pGq7v9"
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.CompleteCardSetupResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    BillingService_StartCheckout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["cellplane.cloud.v1.StartCheckoutRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "url": "https://checkout.stripe.com/c/pay/cs_1SXk2pGq7v9"
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.StartCheckoutResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    BillingService_GetCredits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "credits": [
                     *         {
                     *           "grantId": "f1c9b1d2-7d57-4c86-9a0b-6a1f3d1c2e44",
                     *           "name": "Welcome",
                     *           "category": "promotional",
                     *           "currency": "usd",
                     *           "amountCents": 5000,
                     *           "balanceCents": 5000,
                     *           "priority": 50,
                     *           "effectiveTime": "2026-11-01T00:00:00Z",
                     *           "expireTime": "2027-11-01T00:00:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetCreditsResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    BillingService_EstimateCost: {
        parameters: {
            query?: {
                /** @example 1000000 */
                actions?: number | string;
                /** @example 720 */
                activeGbHours?: number | string;
                /** @example 3600 */
                retainedGbHours?: number | string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "currency": "usd",
                     *       "beforeMicros": "659020000",
                     *       "afterMicros": "733040000",
                     *       "differenceMicros": "74020000"
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.EstimateCostResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    PaymentMethodService_GetPaymentMethods: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "paymentMethods": [
                     *         {
                     *           "paymentMethodId": "pm_1SXk2pGq7v9",
                     *           "type": "card",
                     *           "brand": "visa",
                     *           "last4": "4242",
                     *           "expiryMonth": 12,
                     *           "expiryYear": 2030,
                     *           "isDefault": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetPaymentMethodsResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    PaymentMethodService_RemovePaymentMethod: {
        parameters: {
            query?: {
                /** @example 4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10 */
                asyncOperationId?: string;
            };
            header?: never;
            path: {
                /** @example pm_1SXk2pGq7v9 */
                payment_method_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.RemovePaymentMethodResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    PaymentMethodService_SetDefaultPaymentMethod: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example pm_1SXk2pGq7v9 */
                payment_method_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.SetDefaultPaymentMethodRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.SetDefaultPaymentMethodResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    BillingService_ChangePlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "priceBook": "public-business@1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.ChangePlanRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "atOnce": true,
                     *       "effectiveTime": "2026-01-31T12:00:00Z",
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.ChangePlanResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    BillingService_EstimatePlanChange: {
        parameters: {
            query?: {
                /** @example public-business@1 */
                priceBook?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "currency": "usd",
                     *       "priceBook": "public-business@1",
                     *       "plan": "Business",
                     *       "atOnce": true,
                     *       "effectiveTime": "2026-11-16T09:30:00Z",
                     *       "thisMonthCurrentMicros": "659020000",
                     *       "thisMonthNewMicros": "763920000",
                     *       "nextMonthCurrentMicros": "676000000",
                     *       "nextMonthNewMicros": "963920000"
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.EstimatePlanChangeResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    BillingService_OpenBillingPortal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["cellplane.cloud.v1.OpenBillingPortalRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "url": "https://billing.stripe.com/p/session/1SXk2pGq7v9"
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.OpenBillingPortalResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    BillingService_GetPriceBooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "priceBooks": [
                     *         {
                     *           "id": "public-essentials@1",
                     *           "currency": "usd",
                     *           "plan": "Essentials",
                     *           "isOffered": true,
                     *           "feeMinimumMicros": "100000000",
                     *           "feeBasisPoints": 500,
                     *           "prices": [
                     *             {
                     *               "meter": "actions",
                     *               "per": "1000000",
                     *               "unitName": "million actions",
                     *               "included": "1000000",
                     *               "tiers": [
                     *                 {
                     *                   "upTo": "5000000",
                     *                   "micros": "50000000"
                     *                 },
                     *                 {
                     *                   "micros": "45000000"
                     *                 }
                     *               ]
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetPriceBooksResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    BillingService_GetBillingProof: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "periods": [
                     *         {
                     *           "invoiceId": "inv-7x2kq9m4p1w8c3za",
                     *           "periodStart": "2026-01-31T12:00:00Z",
                     *           "periodEnd": "2026-01-31T12:00:00Z",
                     *           "metered": {
                     *             "actions": "12250000",
                     *             "activeByteSeconds": "5270400000000000",
                     *             "retainedByteSeconds": "120096000000000000"
                     *           },
                     *           "recounted": {
                     *             "actions": "12250000",
                     *             "activeByteSeconds": "5270400000000000",
                     *             "retainedByteSeconds": "120096000000000000"
                     *           },
                     *           "isMeterProven": true,
                     *           "ourCents": 1,
                     *           "stripeCents": 1,
                     *           "differenceCents": 1,
                     *           "comparedTime": "2026-01-31T12:00:00Z",
                     *           "wrongLines": 1,
                     *           "adjustments": [
                     *             {
                     *               "adjustmentId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *               "invoiceId": "inv-7x2kq9m4p1w8c3za",
                     *               "line": 1,
                     *               "namespace": "orders.a1b2c3",
                     *               "kind": "actions",
                     *               "quantity": "",
                     *               "amountCents": -500,
                     *               "openCents": 0,
                     *               "reason": "An outage on 12 November.",
                     *               "settlement": "next_invoice",
                     *               "settledOn": [
                     *                 "inv-7x2kq9m4p1w8c3za"
                     *               ],
                     *               "createdTime": "2026-01-31T12:00:00Z"
                     *             }
                     *           ],
                     *           "adjustedCents": 1
                     *         }
                     *       ],
                     *       "clearing": [
                     *         {
                     *           "meter": "actions",
                     *           "metered": "12300000",
                     *           "invoiced": "12250000",
                     *           "adjusted": "1000",
                     *           "open": "49000",
                     *           "stranded": "0"
                     *         }
                     *       ],
                     *       "checkedTime": "2026-01-31T12:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetBillingProofResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    BillingService_SimulatePrices: {
        parameters: {
            query?: {
                /** @example 3 */
                months?: number | string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "months": [
                     *         {
                     *           "monthStart": "2026-11-01T00:00:00Z",
                     *           "currentMicros": "659020000",
                     *           "invoicedCents": 60902,
                     *           "prices": [
                     *             {
                     *               "priceBook": "public-business@1",
                     *               "currency": "usd",
                     *               "micros": "948920000"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.SimulatePricesResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    BillingService_AdvanceTestClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.AdvanceTestClockRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.AdvanceTestClockResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CellService_GetCells: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "cells": [
                     *         {
                     *           "spec": {
                     *             "cellId": "cell-a",
                     *             "region": "aws-us-east-1",
                     *             "driver": "embedded",
                     *             "address": "127.0.0.1:7233",
                     *             "alsoServes": [
                     *               "example"
                     *             ]
                     *           },
                     *           "state": "",
                     *           "namespaces": 1,
                     *           "createdTime": "2026-01-31T12:00:00Z",
                     *           "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetCellsResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CellService_RegisterCell: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "cellId": "cell-a",
                 *         "region": "aws-us-east-1",
                 *         "driver": "embedded",
                 *         "address": "127.0.0.1:7233",
                 *         "alsoServes": [
                 *           "example"
                 *         ]
                 *       },
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.RegisterCellRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.RegisterCellResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CellService_GetCell: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example cell-a */
                cell_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "cell": {
                     *         "spec": {
                     *           "cellId": "cell-a",
                     *           "region": "aws-us-east-1",
                     *           "driver": "embedded",
                     *           "address": "127.0.0.1:7233",
                     *           "alsoServes": [
                     *             "example"
                     *           ]
                     *         },
                     *         "state": "",
                     *         "namespaces": 1,
                     *         "createdTime": "2026-01-31T12:00:00Z",
                     *         "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetCellResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CertificateService_GetCertificateAuthority: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "certificatePem": "example",
                     *       "expiresTime": "2026-01-31T12:00:00Z",
                     *       "nextCertificatePem": "example",
                     *       "previousCertificatePems": [
                     *         "example"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetCertificateAuthorityResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CertificateService_ActivateCertificateAuthority: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.ActivateCertificateAuthorityRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.ActivateCertificateAuthorityResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CertificateService_PrepareCertificateAuthority: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.PrepareCertificateAuthorityRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "certificatePem": "example",
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.PrepareCertificateAuthorityResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CertificateService_GetCertificates: {
        parameters: {
            query?: {
                /** @example orders.a1b2c3 */
                namespace?: string;
                /** @example 100 */
                pageSize?: number;
                /** @example  */
                pageToken?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "certificates": [
                     *         {
                     *           "certificateId": "0f7ad2d1-54a3-4ab1-8f43-6f3d1d2a9b77",
                     *           "namespace": "orders.a1b2c3",
                     *           "displayName": "orders",
                     *           "serialNumber": "example",
                     *           "sha256Fingerprint": "example",
                     *           "subject": "example",
                     *           "state": "",
                     *           "certificatePem": "example",
                     *           "chainPem": "example",
                     *           "notBefore": "2026-01-31T12:00:00Z",
                     *           "notAfter": "2026-01-31T12:00:00Z",
                     *           "revokedTime": "2026-01-31T12:00:00Z",
                     *           "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *           "autoRenew": true,
                     *           "renewedByCertificateId": "example"
                     *         }
                     *       ],
                     *       "nextPageToken": ""
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetCertificatesResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CertificateService_IssueCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "namespace": "orders.a1b2c3",
                 *         "csrPem": "-----BEGIN CERTIFICATE REQUEST-----\nMIIB...\n-----END CERTIFICATE REQUEST-----\n",
                 *         "displayName": "orders",
                 *         "lifetime": "3600s",
                 *         "autoRenew": true
                 *       },
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.IssueCertificateRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "certificateId": "0f7ad2d1-54a3-4ab1-8f43-6f3d1d2a9b77",
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.IssueCertificateResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CertificateService_GetCertificate: {
        parameters: {
            query?: {
                /**
                 * @description the newest issued renewal of it, or itself
                 * @example true
                 */
                latest?: boolean;
            };
            header?: never;
            path: {
                /** @example 0f7ad2d1-54a3-4ab1-8f43-6f3d1d2a9b77 */
                certificate_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "certificate": {
                     *         "certificateId": "0f7ad2d1-54a3-4ab1-8f43-6f3d1d2a9b77",
                     *         "namespace": "orders.a1b2c3",
                     *         "displayName": "orders",
                     *         "serialNumber": "example",
                     *         "sha256Fingerprint": "example",
                     *         "subject": "example",
                     *         "state": "",
                     *         "certificatePem": "example",
                     *         "chainPem": "example",
                     *         "notBefore": "2026-01-31T12:00:00Z",
                     *         "notAfter": "2026-01-31T12:00:00Z",
                     *         "revokedTime": "2026-01-31T12:00:00Z",
                     *         "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "autoRenew": true,
                     *         "renewedByCertificateId": "example"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetCertificateResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CertificateService_UpdateCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0f7ad2d1-54a3-4ab1-8f43-6f3d1d2a9b77 */
                certificate_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "autoRenew": true,
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.UpdateCertificateRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.UpdateCertificateResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CertificateService_RenewCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0f7ad2d1-54a3-4ab1-8f43-6f3d1d2a9b77 */
                certificate_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.RenewCertificateRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "certificateId": "0f7ad2d1-54a3-4ab1-8f43-6f3d1d2a9b77",
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.RenewCertificateResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CertificateService_RevokeCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0f7ad2d1-54a3-4ab1-8f43-6f3d1d2a9b77 */
                certificate_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The order was cancelled.",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.RevokeCertificateRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.RevokeCertificateResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    ConnectivityService_GetConnectivityRuleSources: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example cr-x7k2m9q4 */
                connectivity_rule_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sourceCidrs": [
                     *         "203.0.113.0/24"
                     *       ],
                     *       "resourceVersion": "1"
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetConnectivityRuleSourcesResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    ConnectivityService_SetConnectivityRuleSources: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example cr-x7k2m9q4 */
                connectivity_rule_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sourceCidrs": [
                 *         "203.0.113.0/24"
                 *       ],
                 *       "resourceVersion": "1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.SetConnectivityRuleSourcesRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.SetConnectivityRuleSourcesResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    ConsensusService_GetConsensusPolicies: {
        parameters: {
            query?: {
                /** @example 100 */
                pageSize?: number;
                /** @example  */
                pageToken?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "policies": [
                     *         {
                     *           "policyId": "d2719f1c-8a2b-4c3d-9e4f-5a6b7c8d9e0f",
                     *           "resourceVersion": "1",
                     *           "spec": {
                     *             "displayName": "orders",
                     *             "namespaces": [
                     *               "orders.a1b2c3"
                     *             ],
                     *             "tags": {
                     *               "team": "orders"
                     *             },
                     *             "wholeAccount": true,
                     *             "operations": [
                     *               "terminate"
                     *             ],
                     *             "approvals": 1,
                     *             "requestLifetime": "3600s",
                     *             "grantLifetime": "3600s",
                     *             "grantUses": 1,
                     *             "approverUserIds": [
                     *               "example"
                     *             ],
                     *             "breakGlass": true,
                     *             "directoryExempt": true
                     *           },
                     *           "createdTime": "2026-01-31T12:00:00Z",
                     *           "lastModifiedTime": "2026-01-31T12:00:00Z"
                     *         }
                     *       ],
                     *       "nextPageToken": ""
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetConsensusPoliciesResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    ConsensusService_CreateConsensusPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "displayName": "orders",
                 *         "namespaces": [
                 *           "orders.a1b2c3"
                 *         ],
                 *         "tags": {
                 *           "team": "orders"
                 *         },
                 *         "wholeAccount": true,
                 *         "operations": [
                 *           "terminate"
                 *         ],
                 *         "approvals": 1,
                 *         "requestLifetime": "3600s",
                 *         "grantLifetime": "3600s",
                 *         "grantUses": 1,
                 *         "approverUserIds": [
                 *           "example"
                 *         ],
                 *         "breakGlass": true,
                 *         "directoryExempt": true
                 *       },
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.CreateConsensusPolicyRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "policyId": "d2719f1c-8a2b-4c3d-9e4f-5a6b7c8d9e0f",
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.CreateConsensusPolicyResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    ConsensusService_GetConsensusPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example d2719f1c-8a2b-4c3d-9e4f-5a6b7c8d9e0f */
                policy_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "policy": {
                     *         "policyId": "d2719f1c-8a2b-4c3d-9e4f-5a6b7c8d9e0f",
                     *         "resourceVersion": "1",
                     *         "spec": {
                     *           "displayName": "orders",
                     *           "namespaces": [
                     *             "orders.a1b2c3"
                     *           ],
                     *           "tags": {
                     *             "team": "orders"
                     *           },
                     *           "wholeAccount": true,
                     *           "operations": [
                     *             "terminate"
                     *           ],
                     *           "approvals": 1,
                     *           "requestLifetime": "3600s",
                     *           "grantLifetime": "3600s",
                     *           "grantUses": 1,
                     *           "approverUserIds": [
                     *             "example"
                     *           ],
                     *           "breakGlass": true,
                     *           "directoryExempt": true
                     *         },
                     *         "createdTime": "2026-01-31T12:00:00Z",
                     *         "lastModifiedTime": "2026-01-31T12:00:00Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetConsensusPolicyResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    ConsensusService_UpdateConsensusPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example d2719f1c-8a2b-4c3d-9e4f-5a6b7c8d9e0f */
                policy_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "displayName": "orders",
                 *         "namespaces": [
                 *           "orders.a1b2c3"
                 *         ],
                 *         "tags": {
                 *           "team": "orders"
                 *         },
                 *         "wholeAccount": true,
                 *         "operations": [
                 *           "terminate"
                 *         ],
                 *         "approvals": 1,
                 *         "requestLifetime": "3600s",
                 *         "grantLifetime": "3600s",
                 *         "grantUses": 1,
                 *         "approverUserIds": [
                 *           "example"
                 *         ],
                 *         "breakGlass": true,
                 *         "directoryExempt": true
                 *       },
                 *       "resourceVersion": "1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.UpdateConsensusPolicyRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.UpdateConsensusPolicyResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    ConsensusService_DeleteConsensusPolicy: {
        parameters: {
            query?: {
                /** @example 1 */
                resourceVersion?: string;
                /** @example 4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10 */
                asyncOperationId?: string;
            };
            header?: never;
            path: {
                /** @example d2719f1c-8a2b-4c3d-9e4f-5a6b7c8d9e0f */
                policy_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.DeleteConsensusPolicyResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    UsageService_GetCostReport: {
        parameters: {
            query?: {
                /**
                 * @description its whole UTC day; default: start of this UTC month
                 * @example 2026-01-31T12:00:00Z
                 */
                startTimeInclusive?: string;
                /**
                 * @description its whole UTC day; default: now
                 * @example 2026-01-31T12:00:00Z
                 */
                endTimeExclusive?: string;
                /**
                 * @description empty: all namespaces of the account
                 * @example orders.a1b2c3
                 */
                namespace?: string;
                /**
                 * @description Of: account, namespace, project, tag (all tags of a namespace), tag:KEY (the value of one), kind, workflow_type,
                 *     task_queue, and one of day, month. Default: namespace and kind.
                 * @example [
                 *       "namespace"
                 *     ]
                 */
                groupBy?: string[];
                /**
                 * @description "2026-11", instead of the two times
                 * @example 2026-11
                 */
                month?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rows": [
                     *         {
                     *           "namespace": "orders.a1b2c3",
                     *           "kind": "example",
                     *           "workflowType": "example",
                     *           "taskQueue": "orders",
                     *           "periodStart": "2026-01-31T12:00:00Z",
                     *           "costMicros": "example",
                     *           "project": "example",
                     *           "tags": {
                     *             "team": "orders"
                     *           }
                     *         }
                     *       ],
                     *       "totalMicros": "example",
                     *       "currency": "usd",
                     *       "startTime": "2026-01-31T12:00:00Z",
                     *       "endTime": "2026-01-31T12:00:00Z",
                     *       "finalUntil": "2026-01-31T12:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetCostReportResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    UsageService_DownloadFocusReport: {
        parameters: {
            query?: {
                /**
                 * @description "2026-11"; default: this UTC month
                 * @example 2026-11
                 */
                month?: string;
                /**
                 * @description Charges are always of one namespace. Of: namespace, project, tag, kind, workflow_type, task_queue, and one of hour, day,
                 *     month. Default: namespace and day.
                 * @example [
                 *       "namespace"
                 *     ]
                 */
                groupBy?: string[];
                /**
                 * @description of FOCUS: 1.2 (default) or 1.3
                 * @example 1.2
                 */
                version?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    SingleSignOnService_GetIdentityProvider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "provider": {
                     *         "spec": {
                     *           "issuer": "example",
                     *           "clientId": "example",
                     *           "emailDomains": [
                     *             "example"
                     *           ],
                     *           "emailClaim": "example",
                     *           "assumeEmailVerified": true,
                     *           "groupsClaim": "example",
                     *           "allowedGroups": [
                     *             "example"
                     *           ],
                     *           "provisionsUsers": true,
                     *           "defaultRole": "example",
                     *           "ssoRequired": true,
                     *           "breakGlassUserIds": [
                     *             "example"
                     *           ]
                     *         },
                     *         "hasClientSecret": true,
                     *         "resourceVersion": "1",
                     *         "signInUrl": "example",
                     *         "redirectUrl": "example"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetIdentityProviderResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    SingleSignOnService_SetIdentityProvider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "issuer": "example",
                 *         "clientId": "example",
                 *         "emailDomains": [
                 *           "example"
                 *         ],
                 *         "emailClaim": "example",
                 *         "assumeEmailVerified": true,
                 *         "groupsClaim": "example",
                 *         "allowedGroups": [
                 *           "example"
                 *         ],
                 *         "provisionsUsers": true,
                 *         "defaultRole": "example",
                 *         "ssoRequired": true,
                 *         "breakGlassUserIds": [
                 *           "example"
                 *         ]
                 *       },
                 *       "resourceVersion": "1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.SetIdentityProviderRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.SetIdentityProviderResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    SingleSignOnService_DeleteIdentityProvider: {
        parameters: {
            query?: {
                /** @example 1 */
                resourceVersion?: string;
                /** @example 4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10 */
                asyncOperationId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.DeleteIdentityProviderResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    SingleSignOnService_SetIdentityProviderSecret: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "clientSecret": "seti_1SXk2pGq7_secret_TUXk2pGq7v9",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.SetIdentityProviderSecretRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.SetIdentityProviderSecretResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    OperatorService_GetInstallation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "directoryVersion": "example",
                     *       "accounts": 1,
                     *       "namespaces": 1,
                     *       "operationsUnfinished": 1,
                     *       "operationsFailed": 1,
                     *       "mailsWaiting": 1,
                     *       "cells": [
                     *         {
                     *           "cellId": "cell-a",
                     *           "reachable": true,
                     *           "version": "example",
                     *           "failure": "example",
                     *           "openWorkflows": 1,
                     *           "epoch": 1,
                     *           "latencyMs": 1
                     *         }
                     *       ],
                     *       "alerts": [
                     *         {
                     *           "kind": "example",
                     *           "subject": "example",
                     *           "accountId": "a1b2c3",
                     *           "text": "example",
                     *           "sinceTime": "2026-01-31T12:00:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetInstallationResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    UserService_AcceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "Owdl2ZhSlPk-4A9WJakL3TSdMD12o7qrShPriv33FwA",
                 *       "password": "nine purple otters 4711"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.AcceptInvitationRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accountId": "a1b2c3",
                     *       "userId": "7f3f5a2b1c0d4e6f8a9b0c1d2e3f4a5b",
                     *       "email": "ada@example.com"
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.AcceptInvitationResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    BillingService_GetInvoices: {
        parameters: {
            query?: {
                /** @example 100 */
                pageSize?: number;
                /** @example  */
                pageToken?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "invoices": [
                     *         {
                     *           "invoiceId": "inv-7x2kq9m4p1w8c3za",
                     *           "stripeInvoiceId": "in_1SXk2pGq7v9",
                     *           "state": "PAID",
                     *           "periodStart": "2026-11-01T00:00:00Z",
                     *           "periodEnd": "2026-12-01T00:00:00Z",
                     *           "lines": [
                     *             {
                     *               "description": "shop.a1b2c3: 10000000 actions",
                     *               "namespace": "shop.a1b2c3",
                     *               "kind": "actions",
                     *               "quantity": "10000000",
                     *               "amountMicros": "428571429",
                     *               "amountCents": 42857
                     *             },
                     *             {
                     *               "description": "Plan Essentials",
                     *               "kind": "plan_fee",
                     *               "quantity": "0",
                     *               "amountMicros": "100000000",
                     *               "amountCents": 10000
                     *             }
                     *           ],
                     *           "totalCents": 52857,
                     *           "stripeTotalCents": 52857,
                     *           "currency": "usd",
                     *           "paidTime": "2026-12-03T00:00:12Z",
                     *           "priceBook": "public-essentials@1"
                     *         }
                     *       ],
                     *       "nextPageToken": ""
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetInvoicesResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    BillingService_GetInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example inv-7x2kq9m4p1w8c3za */
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "invoice": {
                     *         "invoiceId": "inv-7x2kq9m4p1w8c3za",
                     *         "stripeInvoiceId": "in_1SXk2pGq7v9",
                     *         "state": "PAID",
                     *         "periodStart": "2026-11-01T00:00:00Z",
                     *         "periodEnd": "2026-12-01T00:00:00Z",
                     *         "lines": [
                     *           {
                     *             "description": "shop.a1b2c3: 10000000 actions",
                     *             "namespace": "shop.a1b2c3",
                     *             "kind": "actions",
                     *             "quantity": "10000000",
                     *             "amountMicros": "428571429",
                     *             "amountCents": 42857
                     *           },
                     *           {
                     *             "description": "Plan Essentials",
                     *             "kind": "plan_fee",
                     *             "quantity": "0",
                     *             "amountMicros": "100000000",
                     *             "amountCents": 10000
                     *           }
                     *         ],
                     *         "totalCents": 52857,
                     *         "stripeTotalCents": 52857,
                     *         "currency": "usd",
                     *         "paidTime": "2026-12-03T00:00:12Z",
                     *         "priceBook": "public-essentials@1"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetInvoiceResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    BillingService_GetInvoiceDocument: {
        parameters: {
            query?: {
                /** @example pdf */
                format?: string;
            };
            header?: never;
            path: {
                /** @example inv-7x2kq9m4p1w8c3za */
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "fileName": "inv-7x2kq9m4p1w8c3za.pdf",
                     *       "contentType": "application/pdf",
                     *       "content": "ZXhhbXBsZQ=="
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetInvoiceDocumentResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    BillingService_PayInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example inv-7x2kq9m4p1w8c3za */
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.PayInvoiceRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": "PAID",
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.PayInvoiceResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    BillingService_GetInvoiceLineUsage: {
        parameters: {
            query?: {
                /**
                 * @description its position in the invoice's lines, from 0; all lines when left out
                 * @example 1
                 */
                line?: number | string;
                /** @example 100 */
                pageSize?: number;
                /** @example  */
                pageToken?: string;
            };
            header?: never;
            path: {
                /** @example inv-7x2kq9m4p1w8c3za */
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "usage": [
                     *         {
                     *           "namespace": "shop.a1b2c3",
                     *           "day": "2026-11-12T00:00:00Z",
                     *           "kind": "start_workflow",
                     *           "workflowType": "order",
                     *           "quantity": "333333"
                     *         }
                     *       ],
                     *       "nextPageToken": ""
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetInvoiceLineUsageResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    MailboxService_GetMails: {
        parameters: {
            query?: {
                /** @example ada@example.com */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "mails": [
                     *         {
                     *           "mailId": "example",
                     *           "to": "ada@example.com",
                     *           "subject": "example",
                     *           "text": "example",
                     *           "sentTime": "2026-01-31T12:00:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetMailsResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    AuditService_GetNamespaceAudit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example orders.a1b2c3 */
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "audit": {
                     *         "namespace": "orders.a1b2c3",
                     *         "enabled": true,
                     *         "resourceVersion": "1"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetNamespaceAuditResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    AuditService_UpdateNamespaceAudit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example orders.a1b2c3 */
                namespace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "enabled": true,
                 *       "resourceVersion": "1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.UpdateNamespaceAuditRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.UpdateNamespaceAuditResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    NamespaceService_DeleteCustomSearchAttribute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description "<name>.<account>"
                 * @example orders.a1b2c3
                 */
                namespace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customSearchAttributeName": "OrderId",
                 *       "resourceVersion": "1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.DeleteCustomSearchAttributeRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.DeleteCustomSearchAttributeResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    NamespaceService_GetNamespaceWarnings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example orders.a1b2c3 */
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "warnings": [
                     *         {
                     *           "field": "example",
                     *           "message": "example"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetNamespaceWarningsResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    OperatorService_GetOperatorAccess: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "eligible": true,
                     *       "untilTime": "2026-01-31T12:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetOperatorAccessResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    OperatorService_EnterOperatorArea: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "currentPassword": "nine purple otters 4711",
                 *       "code": "123456"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.EnterOperatorAreaRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "untilTime": "2026-01-31T12:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.EnterOperatorAreaResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    OperatorService_LeaveOperatorArea: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": components["schemas"]["cellplane.cloud.v1.LeaveOperatorAreaResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    PasskeyService_SignInWithPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "challengeId": "example",
                 *       "responseJson": "example"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.SignInWithPasskeyRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "session": {
                     *         "accountId": "a1b2c3",
                     *         "userId": "7f3f5a2b1c0d4e6f8a9b0c1d2e3f4a5b",
                     *         "email": "ada@example.com",
                     *         "accountName": "Example Ltd",
                     *         "expiresTime": "2026-01-31T12:00:00Z"
                     *       },
                     *       "csrfToken": "example"
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.SignInWithPasskeyResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    PasskeyService_BeginPasskeySignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["cellplane.cloud.v1.BeginPasskeySignInRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "challengeId": "example",
                     *       "optionsJson": "example"
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.BeginPasskeySignInResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    PasskeyService_GetPasskeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "passkeys": [
                     *         {
                     *           "passkeyId": "example",
                     *           "displayName": "orders",
                     *           "createdTime": "2026-01-31T12:00:00Z",
                     *           "lastUsedTime": "2026-01-31T12:00:00Z",
                     *           "backedUp": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetPasskeysResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    PasskeyService_ConfirmPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "challengeId": "example",
                 *       "displayName": "orders",
                 *       "responseJson": "example"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.ConfirmPasskeyRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "passkeyId": "example",
                     *       "recoveryCodes": [
                     *         "example"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.ConfirmPasskeyResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    PasskeyService_BeginPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "currentPassword": "nine purple otters 4711"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.BeginPasskeyRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "challengeId": "example",
                     *       "optionsJson": "example"
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.BeginPasskeyResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    PasskeyService_RemovePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example example */
                passkey_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "currentPassword": "nine purple otters 4711"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.RemovePasskeyRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": components["schemas"]["cellplane.cloud.v1.RemovePasskeyResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    UserService_ChangePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "currentPassword": "nine purple otters 4711",
                 *       "newPassword": "ten orange beavers 1147"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.ChangePasswordRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "csrfToken": "example"
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.ChangePasswordResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    UserService_RequestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ada@example.com"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.RequestPasswordResetRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "example"
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.RequestPasswordResetResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    UserService_ResetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "Owdl2ZhSlPk-4A9WJakL3TSdMD12o7qrShPriv33FwA",
                 *       "password": "nine purple otters 4711"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.ResetPasswordRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "email": "ada@example.com"
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.ResetPasswordResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    OperatorService_GetProvisioning: {
        parameters: {
            query?: {
                /** @example a1b2c3 */
                accountId?: string;
                /** @example example */
                operationId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "provisioning": {
                     *         "accountId": "a1b2c3",
                     *         "operationId": "example",
                     *         "operationType": "example",
                     *         "resourceId": "example",
                     *         "state": "",
                     *         "workflowType": "example",
                     *         "workflowId": "order-1",
                     *         "failureReason": "example",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z"
                     *       },
                     *       "steps": [
                     *         {
                     *           "name": "orders",
                     *           "state": "",
                     *           "attempts": 1,
                     *           "failure": "example",
                     *           "startedTime": "2026-01-31T12:00:00Z",
                     *           "finishedTime": "2026-01-31T12:00:00Z"
                     *         }
                     *       ],
                     *       "hasHistory": true
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetProvisioningResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    ProvisioningGateService_GetProvisioningGate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "gate": {
                     *         "spec": {
                     *           "url": "https://audit.example.com/cellplane",
                     *           "startTls": true,
                     *           "caPem": "example",
                     *           "bindDn": "example",
                     *           "userBaseDn": "example",
                     *           "userFilter": "example",
                     *           "groupBaseDn": "example",
                     *           "groupDns": [
                     *             "example"
                     *           ],
                     *           "nested": true,
                     *           "exemptsServiceAccounts": true
                     *         },
                     *         "hasBindPassword": true,
                     *         "resourceVersion": "1"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetProvisioningGateResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    ProvisioningGateService_SetProvisioningGate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "url": "https://audit.example.com/cellplane",
                 *         "startTls": true,
                 *         "caPem": "example",
                 *         "bindDn": "example",
                 *         "userBaseDn": "example",
                 *         "userFilter": "example",
                 *         "groupBaseDn": "example",
                 *         "groupDns": [
                 *           "example"
                 *         ],
                 *         "nested": true,
                 *         "exemptsServiceAccounts": true
                 *       },
                 *       "resourceVersion": "1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.SetProvisioningGateRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.SetProvisioningGateResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    ProvisioningGateService_DeleteProvisioningGate: {
        parameters: {
            query?: {
                /** @example 1 */
                resourceVersion?: string;
                /** @example 4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10 */
                asyncOperationId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.DeleteProvisioningGateResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    ProvisioningGateService_CheckProvisioningGate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ada@example.com"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.CheckProvisioningGateRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "allowed": true,
                     *       "userDn": "example",
                     *       "groupDn": "example"
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.CheckProvisioningGateResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    ProvisioningGateService_SetProvisioningGatePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "bindPassword": "example",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.SetProvisioningGatePasswordRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.SetProvisioningGatePasswordResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    OperatorService_GetProvisionings: {
        parameters: {
            query?: {
                /**
                 * @description one of Provisioning.state; all when empty
                 * @example
                 */
                state?: string;
                /**
                 * @description all accounts when empty
                 * @example a1b2c3
                 */
                accountId?: string;
                /** @example 100 */
                pageSize?: number;
                /** @example  */
                pageToken?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "provisionings": [
                     *         {
                     *           "accountId": "a1b2c3",
                     *           "operationId": "example",
                     *           "operationType": "example",
                     *           "resourceId": "example",
                     *           "state": "",
                     *           "workflowType": "example",
                     *           "workflowId": "order-1",
                     *           "failureReason": "example",
                     *           "startedTime": "2026-01-31T12:00:00Z",
                     *           "finishedTime": "2026-01-31T12:00:00Z"
                     *         }
                     *       ],
                     *       "nextPageToken": ""
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetProvisioningsResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    QuotaService_GetQuotas: {
        parameters: {
            query?: {
                /** @example a1b2c3 */
                accountId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "quotas": [
                     *         {
                     *           "name": "orders",
                     *           "description": "Orders of the web shop",
                     *           "max": 1,
                     *           "builtInMax": 1,
                     *           "setFor": "example",
                     *           "resourceVersion": "1"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetQuotasResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    QuotaService_UpdateQuota: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example namespacesPerAccount */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "accountId": "a1b2c3",
                 *       "max": 1,
                 *       "reset": true,
                 *       "resourceVersion": "1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.UpdateQuotaRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.UpdateQuotaResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    RegionService_GetRegionSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "regions": [
                     *         {
                     *           "spec": {
                     *             "regionId": "aws-us-east-1",
                     *             "provider": "aws",
                     *             "providerRegion": "us-east-1",
                     *             "location": "N. Virginia",
                     *             "grpcAddress": "localhost:7320",
                     *             "mtlsGrpcAddress": "localhost:7320",
                     *             "webAddress": "example",
                     *             "disabled": true
                     *           },
                     *           "resourceVersion": "1",
                     *           "cellIds": [
                     *             "example"
                     *           ],
                     *           "namespaces": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetRegionSettingsResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    RegionService_CreateRegion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "regionId": "aws-us-east-1",
                 *         "provider": "aws",
                 *         "providerRegion": "us-east-1",
                 *         "location": "N. Virginia",
                 *         "grpcAddress": "localhost:7320",
                 *         "mtlsGrpcAddress": "localhost:7320",
                 *         "webAddress": "example",
                 *         "disabled": true
                 *       },
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.CreateRegionRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "region": "aws-us-east-1",
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.CreateRegionResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    RegionService_UpdateRegion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example aws-us-east-1 */
                region: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "regionId": "aws-us-east-1",
                 *         "provider": "aws",
                 *         "providerRegion": "us-east-1",
                 *         "location": "N. Virginia",
                 *         "grpcAddress": "localhost:7320",
                 *         "mtlsGrpcAddress": "localhost:7320",
                 *         "webAddress": "example",
                 *         "disabled": true
                 *       },
                 *       "resourceVersion": "1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.UpdateRegionRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.UpdateRegionResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    RegionService_AttachCell: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example aws-us-east-1 */
                region: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "cellId": "cell-a",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.AttachCellRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.AttachCellResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    ScimService_GetScimTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tokens": [
                     *         {
                     *           "tokenId": "example",
                     *           "spec": {
                     *             "displayName": "orders",
                     *             "accountRole": "example"
                     *           },
                     *           "createdTime": "2026-01-31T12:00:00Z",
                     *           "expiryTime": "2026-01-31T12:00:00Z",
                     *           "lastUsedTime": "2026-01-31T12:00:00Z",
                     *           "managesOwners": true
                     *         }
                     *       ],
                     *       "baseUrl": "example"
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetScimTokensResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    ScimService_CreateScimToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "displayName": "orders",
                 *         "accountRole": "example"
                 *       },
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.CreateScimTokenRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tokenId": "example",
                     *       "token": "Owdl2ZhSlPk-4A9WJakL3TSdMD12o7qrShPriv33FwA",
                     *       "baseUrl": "example",
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.CreateScimTokenResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    ScimService_DeleteScimToken: {
        parameters: {
            query?: {
                /** @example 4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10 */
                asyncOperationId?: string;
            };
            header?: never;
            path: {
                /** @example example */
                token_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.DeleteScimTokenResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    ScimService_RotateScimToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example example */
                token_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "overlap": "3600s",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.RotateScimTokenRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tokenId": "example",
                     *       "token": "Owdl2ZhSlPk-4A9WJakL3TSdMD12o7qrShPriv33FwA",
                     *       "baseUrl": "example",
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.RotateScimTokenResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    UserService_GetSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "active": true,
                     *       "recoveryCodesLeft": 1
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetSecondFactorResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    UserService_BeginSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "currentPassword": "nine purple otters 4711"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.BeginSecondFactorRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "secret": "example",
                     *       "otpauthUri": "example"
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.BeginSecondFactorResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    UserService_ConfirmSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "123456"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.ConfirmSecondFactorRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "recoveryCodes": [
                     *         "example"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.ConfirmSecondFactorResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    UserService_RemoveSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "currentPassword": "nine purple otters 4711",
                 *       "code": "123456"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.RemoveSecondFactorRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": components["schemas"]["cellplane.cloud.v1.RemoveSecondFactorResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    UserService_GetSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sessions": [
                     *         {
                     *           "sessionId": "8f14e45fceea167a5a36dedd4bea2543",
                     *           "remoteAddress": "example",
                     *           "createdTime": "2026-01-31T12:00:00Z",
                     *           "lastSeenTime": "2026-01-31T12:00:00Z",
                     *           "expiresTime": "2026-01-31T12:00:00Z",
                     *           "current": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetSessionsResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    AccountService_SignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ada@example.com",
                 *       "password": "nine purple otters 4711",
                 *       "code": "123456"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.SignInRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "session": {
                     *         "accountId": "a1b2c3",
                     *         "userId": "7f3f5a2b1c0d4e6f8a9b0c1d2e3f4a5b",
                     *         "email": "ada@example.com",
                     *         "accountName": "Example Ltd",
                     *         "expiresTime": "2026-01-31T12:00:00Z"
                     *       },
                     *       "csrfToken": "example"
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.SignInResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    AccountService_GetSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "session": {
                     *         "accountId": "a1b2c3",
                     *         "userId": "7f3f5a2b1c0d4e6f8a9b0c1d2e3f4a5b",
                     *         "email": "ada@example.com",
                     *         "accountName": "Example Ltd",
                     *         "expiresTime": "2026-01-31T12:00:00Z"
                     *       },
                     *       "csrfToken": "example"
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetSessionResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    AccountService_SignOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": components["schemas"]["cellplane.cloud.v1.SignOutResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    UserService_EndSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sessionId": "8f14e45fceea167a5a36dedd4bea2543",
                 *       "allOthers": true
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.EndSessionsRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ended": 1
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.EndSessionsResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    SignInPolicyService_GetSignInPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "policy": {
                     *         "spec": {
                     *           "secondFactorRequired": true
                     *         },
                     *         "resourceVersion": "1"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetSignInPolicyResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    SignInPolicyService_UpdateSignInPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "secondFactorRequired": true
                 *       },
                 *       "resourceVersion": "1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.UpdateSignInPolicyRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.UpdateSignInPolicyResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    AccountService_SignUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ada@example.com",
                 *       "password": "nine purple otters 4711",
                 *       "accountName": "Example Ltd"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.SignUpRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "example"
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.SignUpResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    SigningKeyService_GetSigningKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "keys": [
                     *         {
                     *           "keyId": "c9f0f895fb98ab9159f51fd0297e236d",
                     *           "isSigning": true,
                     *           "createdTime": "2026-01-31T12:00:00Z",
                     *           "refusedTime": "2026-01-31T12:00:00Z",
                     *           "apiKeys": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetSigningKeysResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    SigningKeyService_RotateSigningKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "grace": "3600s",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.RotateSigningKeyRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "keyId": "c9f0f895fb98ab9159f51fd0297e236d",
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.RotateSigningKeyResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    SingleSignOnService_BeginSingleSignOn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "accountId": "a1b2c3",
                 *       "returnTo": "example"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.BeginSingleSignOnRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "authorizationUrl": "example",
                     *       "browserSecret": "example"
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.BeginSingleSignOnResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    SingleSignOnService_CompleteSingleSignOn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "callbackQuery": "example",
                 *       "browserSecret": "example"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.CompleteSingleSignOnRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "session": {
                     *         "accountId": "a1b2c3",
                     *         "userId": "7f3f5a2b1c0d4e6f8a9b0c1d2e3f4a5b",
                     *         "email": "ada@example.com",
                     *         "accountName": "Example Ltd",
                     *         "expiresTime": "2026-01-31T12:00:00Z"
                     *       },
                     *       "csrfToken": "example",
                     *       "returnTo": "example"
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.CompleteSingleSignOnResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    UsageService_GetUsageReport: {
        parameters: {
            query?: {
                /**
                 * @description default: start of this UTC month
                 * @example 2026-01-31T12:00:00Z
                 */
                startTimeInclusive?: string;
                /**
                 * @description default: now
                 * @example 2026-01-31T12:00:00Z
                 */
                endTimeExclusive?: string;
                /**
                 * @description empty: all namespaces of the account
                 * @example orders.a1b2c3
                 */
                namespace?: string;
                /**
                 * @description Of: account, namespace, project, tag (all tags of a namespace), tag:KEY (the value of one), kind, workflow_type,
                 *     task_queue, and one of hour, day, month. Default: namespace and kind.
                 * @example [
                 *       "namespace"
                 *     ]
                 */
                groupBy?: string[];
                /**
                 * @description "2026-11", instead of the two times
                 * @example 2026-11
                 */
                month?: string;
                /**
                 * @description of the file: csv (default) or json
                 * @example csv
                 */
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rows": [
                     *         {
                     *           "namespace": "orders.a1b2c3",
                     *           "kind": "example",
                     *           "workflowType": "example",
                     *           "taskQueue": "orders",
                     *           "periodStart": "2026-01-31T12:00:00Z",
                     *           "actions": 1,
                     *           "activeByteSeconds": "example",
                     *           "retainedByteSeconds": "example",
                     *           "account": "example",
                     *           "project": "example",
                     *           "tags": {
                     *             "team": "orders"
                     *           }
                     *         }
                     *       ],
                     *       "totalActions": 1,
                     *       "totalActiveByteSeconds": "example",
                     *       "totalRetainedByteSeconds": "example",
                     *       "finalUntil": "2026-01-31T12:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetUsageReportResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    UsageService_DownloadUsageReport: {
        parameters: {
            query?: {
                /**
                 * @description default: start of this UTC month
                 * @example 2026-01-31T12:00:00Z
                 */
                startTimeInclusive?: string;
                /**
                 * @description default: now
                 * @example 2026-01-31T12:00:00Z
                 */
                endTimeExclusive?: string;
                /**
                 * @description empty: all namespaces of the account
                 * @example orders.a1b2c3
                 */
                namespace?: string;
                /**
                 * @description Of: account, namespace, project, tag (all tags of a namespace), tag:KEY (the value of one), kind, workflow_type,
                 *     task_queue, and one of hour, day, month. Default: namespace and kind.
                 * @example [
                 *       "namespace"
                 *     ]
                 */
                groupBy?: string[];
                /**
                 * @description "2026-11", instead of the two times
                 * @example 2026-11
                 */
                month?: string;
                /**
                 * @description of the file: csv (default) or json
                 * @example csv
                 */
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    UserService_ResendInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f3f5a2b1c0d4e6f8a9b0c1d2e3f4a5b */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.ResendInvitationRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.ResendInvitationResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    UserService_RestoreUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f3f5a2b1c0d4e6f8a9b0c1d2e3f4a5b */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "resourceVersion": "1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.RestoreUserRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.RestoreUserResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    UserService_SuspendUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f3f5a2b1c0d4e6f8a9b0c1d2e3f4a5b */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "resourceVersion": "1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.SuspendUserRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.SuspendUserResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    AccountService_VerifyEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "Owdl2ZhSlPk-4A9WJakL3TSdMD12o7qrShPriv33FwA"
                 *     }
                 */
                "application/json": components["schemas"]["cellplane.cloud.v1.VerifyEmailRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accountId": "a1b2c3",
                     *       "userId": "7f3f5a2b1c0d4e6f8a9b0c1d2e3f4a5b",
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.VerifyEmailResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "account": {
                     *         "id": "example",
                     *         "spec": {
                     *           "metrics": {
                     *             "acceptedClientCa": "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUIuLi4KLS0tLS1FTkQgQ0VSVElGSUNBVEUtLS0tLQo="
                     *           }
                     *         },
                     *         "resourceVersion": "1",
                     *         "state": "RESOURCE_STATE_ACTIVATING",
                     *         "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "metrics": {
                     *           "uri": "example"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetAccountResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_UpdateAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "metrics": {
                 *           "acceptedClientCa": "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUIuLi4KLS0tLS1FTkQgQ0VSVElGSUNBVEUtLS0tLQo="
                 *         }
                 *       },
                 *       "resourceVersion": "1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.UpdateAccountRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.UpdateAccountResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetApiKeys: {
        parameters: {
            query?: {
                /** @example 100 */
                pageSize?: number;
                /** @example  */
                pageToken?: string;
                /** @example 7f3f5a2b1c0d4e6f8a9b0c1d2e3f4a5b */
                ownerId?: string;
                /** @example example */
                ownerTypeDeprecated?: string;
                /** @example OWNER_TYPE_USER */
                ownerType?: components["schemas"]["temporal.api.cloud.identity.v1.OwnerType"] | number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "apiKeys": [
                     *         {
                     *           "id": "example",
                     *           "resourceVersion": "1",
                     *           "spec": {
                     *             "ownerId": "7f3f5a2b1c0d4e6f8a9b0c1d2e3f4a5b",
                     *             "displayName": "orders",
                     *             "description": "Orders of the web shop",
                     *             "expiryTime": "2026-01-31T12:00:00Z",
                     *             "disabled": true,
                     *             "ownerType": "OWNER_TYPE_USER"
                     *           },
                     *           "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *           "createdTime": "2026-01-31T12:00:00Z",
                     *           "lastModifiedTime": "2026-01-31T12:00:00Z",
                     *           "state": "RESOURCE_STATE_ACTIVATING"
                     *         }
                     *       ],
                     *       "nextPageToken": ""
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetApiKeysResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_CreateApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "ownerId": "7f3f5a2b1c0d4e6f8a9b0c1d2e3f4a5b",
                 *         "displayName": "orders",
                 *         "description": "Orders of the web shop",
                 *         "expiryTime": "2026-01-31T12:00:00Z",
                 *         "disabled": true,
                 *         "ownerType": "OWNER_TYPE_USER"
                 *       },
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.CreateApiKeyRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "keyId": "c9f0f895fb98ab9159f51fd0297e236d",
                     *       "token": "Owdl2ZhSlPk-4A9WJakL3TSdMD12o7qrShPriv33FwA",
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.CreateApiKeyResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example c9f0f895fb98ab9159f51fd0297e236d */
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "apiKey": {
                     *         "id": "example",
                     *         "resourceVersion": "1",
                     *         "spec": {
                     *           "ownerId": "7f3f5a2b1c0d4e6f8a9b0c1d2e3f4a5b",
                     *           "displayName": "orders",
                     *           "description": "Orders of the web shop",
                     *           "expiryTime": "2026-01-31T12:00:00Z",
                     *           "disabled": true,
                     *           "ownerType": "OWNER_TYPE_USER"
                     *         },
                     *         "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "createdTime": "2026-01-31T12:00:00Z",
                     *         "lastModifiedTime": "2026-01-31T12:00:00Z",
                     *         "state": "RESOURCE_STATE_ACTIVATING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetApiKeyResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_UpdateApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example c9f0f895fb98ab9159f51fd0297e236d */
                key_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "ownerId": "7f3f5a2b1c0d4e6f8a9b0c1d2e3f4a5b",
                 *         "displayName": "orders",
                 *         "description": "Orders of the web shop",
                 *         "expiryTime": "2026-01-31T12:00:00Z",
                 *         "disabled": true,
                 *         "ownerType": "OWNER_TYPE_USER"
                 *       },
                 *       "resourceVersion": "1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.UpdateApiKeyRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.UpdateApiKeyResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_DeleteApiKey: {
        parameters: {
            query?: {
                /** @example 1 */
                resourceVersion?: string;
                /** @example 4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10 */
                asyncOperationId?: string;
            };
            header?: never;
            path: {
                /** @example c9f0f895fb98ab9159f51fd0297e236d */
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.DeleteApiKeyResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_ValidateAccountAuditLogSink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "name": "orders",
                 *         "kinesisSink": {
                 *           "roleName": "cellplane-export",
                 *           "destinationUri": "arn:aws:kinesis:us-east-1:123456789012:stream/audit",
                 *           "region": "aws-us-east-1"
                 *         },
                 *         "enabled": true,
                 *         "webhookSink": {
                 *           "url": "https://audit.example.com/cellplane",
                 *           "signingSecret": "example"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.ValidateAccountAuditLogSinkRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.ValidateAccountAuditLogSinkResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetAccountAuditLogSinks: {
        parameters: {
            query?: {
                /** @example 100 */
                pageSize?: number;
                /** @example  */
                pageToken?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sinks": [
                     *         {
                     *           "name": "orders",
                     *           "resourceVersion": "1",
                     *           "state": "RESOURCE_STATE_ACTIVATING",
                     *           "spec": {
                     *             "name": "orders",
                     *             "kinesisSink": {
                     *               "roleName": "cellplane-export",
                     *               "destinationUri": "arn:aws:kinesis:us-east-1:123456789012:stream/audit",
                     *               "region": "aws-us-east-1"
                     *             },
                     *             "enabled": true,
                     *             "webhookSink": {
                     *               "url": "https://audit.example.com/cellplane",
                     *               "signingSecret": "example"
                     *             }
                     *           },
                     *           "health": "HEALTH_OK",
                     *           "errorMessage": "example",
                     *           "lastSucceededTime": "2026-01-31T12:00:00Z"
                     *         }
                     *       ],
                     *       "nextPageToken": ""
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetAccountAuditLogSinksResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_CreateAccountAuditLogSink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "name": "orders",
                 *         "kinesisSink": {
                 *           "roleName": "cellplane-export",
                 *           "destinationUri": "arn:aws:kinesis:us-east-1:123456789012:stream/audit",
                 *           "region": "aws-us-east-1"
                 *         },
                 *         "enabled": true,
                 *         "webhookSink": {
                 *           "url": "https://audit.example.com/cellplane",
                 *           "signingSecret": "example"
                 *         }
                 *       },
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.CreateAccountAuditLogSinkRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.CreateAccountAuditLogSinkResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetAccountAuditLogSink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example orders */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sink": {
                     *         "name": "orders",
                     *         "resourceVersion": "1",
                     *         "state": "RESOURCE_STATE_ACTIVATING",
                     *         "spec": {
                     *           "name": "orders",
                     *           "kinesisSink": {
                     *             "roleName": "cellplane-export",
                     *             "destinationUri": "arn:aws:kinesis:us-east-1:123456789012:stream/audit",
                     *             "region": "aws-us-east-1"
                     *           },
                     *           "enabled": true,
                     *           "webhookSink": {
                     *             "url": "https://audit.example.com/cellplane",
                     *             "signingSecret": "example"
                     *           }
                     *         },
                     *         "health": "HEALTH_OK",
                     *         "errorMessage": "example",
                     *         "lastSucceededTime": "2026-01-31T12:00:00Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetAccountAuditLogSinkResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_UpdateAccountAuditLogSink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example orders */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "kinesisSink": {
                 *           "roleName": "cellplane-export",
                 *           "destinationUri": "arn:aws:kinesis:us-east-1:123456789012:stream/audit",
                 *           "region": "aws-us-east-1"
                 *         },
                 *         "enabled": true,
                 *         "webhookSink": {
                 *           "url": "https://audit.example.com/cellplane",
                 *           "signingSecret": "example"
                 *         }
                 *       },
                 *       "resourceVersion": "1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.UpdateAccountAuditLogSinkRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.UpdateAccountAuditLogSinkResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_DeleteAccountAuditLogSink: {
        parameters: {
            query?: {
                /** @example 1 */
                resourceVersion?: string;
                /** @example 4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10 */
                asyncOperationId?: string;
            };
            header?: never;
            path: {
                /** @example orders */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.DeleteAccountAuditLogSinkResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetAuditLogs: {
        parameters: {
            query?: {
                /** @example 100 */
                pageSize?: number;
                /** @example  */
                pageToken?: string;
                /** @example 2026-01-31T12:00:00Z */
                startTimeInclusive?: string;
                /** @example 2026-01-31T12:00:00Z */
                endTimeExclusive?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "logs": [
                     *         {
                     *           "emitTime": "2026-01-31T12:00:00Z",
                     *           "operation": "example",
                     *           "status": "example",
                     *           "version": 1,
                     *           "logId": "example",
                     *           "principal": {
                     *             "type": "example",
                     *             "id": "example",
                     *             "name": "orders",
                     *             "apiKeyId": "example"
                     *           },
                     *           "xForwardedFor": "example",
                     *           "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                     *         }
                     *       ],
                     *       "nextPageToken": ""
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetAuditLogsResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_CreateBillingReport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "startTimeInclusive": "2026-01-31T12:00:00Z",
                 *         "endTimeExclusive": "2026-01-31T12:00:00Z",
                 *         "downloadUrlExpirationDuration": "3600s",
                 *         "description": "Orders of the web shop",
                 *         "granularity": "BILLING_REPORT_GRANULARITY_HOURLY"
                 *       },
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.CreateBillingReportRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "billingReportId": "7b2f0c52-6f0d-4a3e-8a39-0d2f5a1c9e11",
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.CreateBillingReportResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetBillingReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7b2f0c52-6f0d-4a3e-8a39-0d2f5a1c9e11 */
                billing_report_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "billingReport": {
                     *         "id": "example",
                     *         "state": "BILLING_REPORT_STATE_IN_PROGRESS",
                     *         "spec": {
                     *           "startTimeInclusive": "2026-01-31T12:00:00Z",
                     *           "endTimeExclusive": "2026-01-31T12:00:00Z",
                     *           "downloadUrlExpirationDuration": "3600s",
                     *           "description": "Orders of the web shop",
                     *           "granularity": "BILLING_REPORT_GRANULARITY_HOURLY"
                     *         },
                     *         "downloadInfo": [
                     *           {
                     *             "url": "https://audit.example.com/cellplane",
                     *             "urlExpirationTime": "2026-01-31T12:00:00Z",
                     *             "fileFormat": "FILE_FORMAT_CSV",
                     *             "fileSizeBytes": "1"
                     *           }
                     *         ],
                     *         "requestedTime": "2026-01-31T12:00:00Z",
                     *         "generatedTime": "2026-01-31T12:00:00Z",
                     *         "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetBillingReportResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetConnectivityRules: {
        parameters: {
            query?: {
                /** @example 100 */
                pageSize?: number;
                /** @example  */
                pageToken?: string;
                /** @example orders.a1b2c3 */
                namespace?: string;
                /**
                 * @description Only those of this project.
                 * @example a1b2c3-default
                 */
                projectId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "connectivityRules": [
                     *         {
                     *           "id": "example",
                     *           "spec": {
                     *             "publicRule": {
                     *               "enableStableIps": true
                     *             }
                     *           },
                     *           "resourceVersion": "1",
                     *           "state": "RESOURCE_STATE_ACTIVATING",
                     *           "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *           "createdTime": "2026-01-31T12:00:00Z",
                     *           "projectId": "a1b2c3-default"
                     *         }
                     *       ],
                     *       "nextPageToken": ""
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetConnectivityRulesResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_CreateConnectivityRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "publicRule": {
                 *           "enableStableIps": true
                 *         }
                 *       },
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                 *       "projectId": "a1b2c3-default"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.CreateConnectivityRuleRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "connectivityRuleId": "cr-x7k2m9q4",
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.CreateConnectivityRuleResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetConnectivityRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example cr-x7k2m9q4 */
                connectivity_rule_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "connectivityRule": {
                     *         "id": "example",
                     *         "spec": {
                     *           "publicRule": {
                     *             "enableStableIps": true
                     *           }
                     *         },
                     *         "resourceVersion": "1",
                     *         "state": "RESOURCE_STATE_ACTIVATING",
                     *         "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "createdTime": "2026-01-31T12:00:00Z",
                     *         "projectId": "a1b2c3-default"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetConnectivityRuleResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_DeleteConnectivityRule: {
        parameters: {
            query?: {
                /** @example 1 */
                resourceVersion?: string;
                /** @example 4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10 */
                asyncOperationId?: string;
            };
            header?: never;
            path: {
                /** @example cr-x7k2m9q4 */
                connectivity_rule_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.DeleteConnectivityRuleResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetCurrentIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "user": {
                     *         "id": "example",
                     *         "resourceVersion": "1",
                     *         "spec": {
                     *           "email": "ada@example.com",
                     *           "access": {
                     *             "accountAccess": {
                     *               "role": "ROLE_DEVELOPER"
                     *             },
                     *             "namespaceAccesses": {
                     *               "orders.a1b2c3": {
                     *                 "permission": "PERMISSION_WRITE"
                     *               }
                     *             }
                     *           }
                     *         },
                     *         "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "invitation": {
                     *           "createdTime": "2026-01-31T12:00:00Z",
                     *           "expiredTime": "2026-01-31T12:00:00Z"
                     *         },
                     *         "createdTime": "2026-01-31T12:00:00Z",
                     *         "lastModifiedTime": "2026-01-31T12:00:00Z",
                     *         "state": "RESOURCE_STATE_ACTIVATING"
                     *       },
                     *       "principalApiKey": {
                     *         "id": "example",
                     *         "resourceVersion": "1",
                     *         "spec": {
                     *           "ownerId": "7f3f5a2b1c0d4e6f8a9b0c1d2e3f4a5b",
                     *           "displayName": "orders",
                     *           "description": "Orders of the web shop",
                     *           "expiryTime": "2026-01-31T12:00:00Z",
                     *           "disabled": true,
                     *           "ownerType": "OWNER_TYPE_USER"
                     *         },
                     *         "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "createdTime": "2026-01-31T12:00:00Z",
                     *         "lastModifiedTime": "2026-01-31T12:00:00Z",
                     *         "state": "RESOURCE_STATE_ACTIVATING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetCurrentIdentityResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetCustomRoles: {
        parameters: {
            query?: {
                /** @example 100 */
                pageSize?: number;
                /** @example  */
                pageToken?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "customRoles": [
                     *         {
                     *           "id": "example",
                     *           "resourceVersion": "1",
                     *           "spec": {
                     *             "name": "auditor",
                     *             "description": "Reads namespaces",
                     *             "permissions": [
                     *               {
                     *                 "resources": {
                     *                   "resourceType": "namespaces",
                     *                   "allowAll": true
                     *                 },
                     *                 "actions": [
                     *                   "cloud.namespace.get"
                     *                 ]
                     *               }
                     *             ]
                     *           },
                     *           "state": "RESOURCE_STATE_ACTIVATING",
                     *           "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *           "createdTime": "2026-01-31T12:00:00Z",
                     *           "lastModifiedTime": "2026-01-31T12:00:00Z"
                     *         }
                     *       ],
                     *       "nextPageToken": ""
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetCustomRolesResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_CreateCustomRole: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "name": "auditor",
                 *         "description": "Reads namespaces",
                 *         "permissions": [
                 *           {
                 *             "resources": {
                 *               "resourceType": "namespaces",
                 *               "allowAll": true
                 *             },
                 *             "actions": [
                 *               "cloud.namespace.get"
                 *             ]
                 *           }
                 *         ]
                 *       },
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.CreateCustomRoleRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "roleId": "e4da3b7fbbce2345d7772b0674a318d5",
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.CreateCustomRoleResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetCustomRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example e4da3b7fbbce2345d7772b0674a318d5 */
                role_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "customRole": {
                     *         "id": "example",
                     *         "resourceVersion": "1",
                     *         "spec": {
                     *           "name": "auditor",
                     *           "description": "Reads namespaces",
                     *           "permissions": [
                     *             {
                     *               "resources": {
                     *                 "resourceType": "namespaces",
                     *                 "allowAll": true
                     *               },
                     *               "actions": [
                     *                 "cloud.namespace.get"
                     *               ]
                     *             }
                     *           ]
                     *         },
                     *         "state": "RESOURCE_STATE_ACTIVATING",
                     *         "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "createdTime": "2026-01-31T12:00:00Z",
                     *         "lastModifiedTime": "2026-01-31T12:00:00Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetCustomRoleResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_UpdateCustomRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example e4da3b7fbbce2345d7772b0674a318d5 */
                role_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "name": "auditor",
                 *         "description": "Reads namespaces",
                 *         "permissions": [
                 *           {
                 *             "resources": {
                 *               "resourceType": "namespaces",
                 *               "allowAll": true
                 *             },
                 *             "actions": [
                 *               "cloud.namespace.get"
                 *             ]
                 *           }
                 *         ]
                 *       },
                 *       "resourceVersion": "1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.UpdateCustomRoleRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.UpdateCustomRoleResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_DeleteCustomRole: {
        parameters: {
            query?: {
                /** @example 1 */
                resourceVersion?: string;
                /** @example 4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10 */
                asyncOperationId?: string;
            };
            header?: never;
            path: {
                /** @example e4da3b7fbbce2345d7772b0674a318d5 */
                role_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.DeleteCustomRoleResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetNamespaces: {
        parameters: {
            query?: {
                /** @example 100 */
                pageSize?: number;
                /** @example  */
                pageToken?: string;
                /** @example orders */
                name?: string;
                /**
                 * @description Only those of this project.
                 * @example a1b2c3-default
                 */
                projectId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "namespaces": [
                     *         {
                     *           "namespace": "orders.a1b2c3",
                     *           "resourceVersion": "1",
                     *           "spec": {
                     *             "name": "orders",
                     *             "regions": [
                     *               "aws-us-east-1"
                     *             ],
                     *             "retentionDays": 7,
                     *             "apiKeyAuth": {
                     *               "enabled": true
                     *             },
                     *             "searchAttributes": {
                     *               "OrderId": "SEARCH_ATTRIBUTE_TYPE_KEYWORD"
                     *             },
                     *             "lifecycle": {
                     *               "enableDeleteProtection": true
                     *             }
                     *           },
                     *           "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *           "endpoints": {
                     *             "webAddress": "example",
                     *             "mtlsGrpcAddress": "localhost:7320",
                     *             "grpcAddress": "localhost:7320"
                     *           },
                     *           "activeRegion": "example",
                     *           "limits": {
                     *             "actionsPerSecondLimit": 1
                     *           },
                     *           "privateConnectivities": [
                     *             {
                     *               "region": "aws-us-east-1",
                     *               "awsPrivateLink": {
                     *                 "allowedPrincipalArns": [
                     *                   "example"
                     *                 ],
                     *                 "vpcEndpointServiceNames": [
                     *                   "example"
                     *                 ]
                     *               }
                     *             }
                     *           ],
                     *           "createdTime": "2026-01-31T12:00:00Z",
                     *           "lastModifiedTime": "2026-01-31T12:00:00Z",
                     *           "state": "RESOURCE_STATE_ACTIVATING",
                     *           "connectivityRules": [
                     *             {
                     *               "id": "example",
                     *               "spec": {
                     *                 "publicRule": {
                     *                   "enableStableIps": true
                     *                 }
                     *               },
                     *               "resourceVersion": "1",
                     *               "state": "RESOURCE_STATE_ACTIVATING",
                     *               "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *               "createdTime": "2026-01-31T12:00:00Z",
                     *               "projectId": "a1b2c3-default"
                     *             }
                     *           ],
                     *           "tags": {
                     *             "team": "orders"
                     *           },
                     *           "capacity": {
                     *             "onDemand": {},
                     *             "latestRequest": {
                     *               "state": "STATE_CAPACITY_REQUEST_COMPLETED",
                     *               "startTime": "2026-01-31T12:00:00Z",
                     *               "endTime": "2026-01-31T12:00:00Z",
                     *               "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *               "spec": {
                     *                 "onDemand": {}
                     *               }
                     *             }
                     *           },
                     *           "projectId": "a1b2c3-default",
                     *           "replicas": [
                     *             {
                     *               "id": "example",
                     *               "isPrimary": true,
                     *               "state": "REPLICA_STATE_ADDING",
                     *               "region": "aws-us-east-1"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "nextPageToken": ""
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetNamespacesResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_CreateNamespace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "name": "orders",
                 *         "regions": [
                 *           "aws-us-east-1"
                 *         ],
                 *         "retentionDays": 7,
                 *         "apiKeyAuth": {
                 *           "enabled": true
                 *         },
                 *         "searchAttributes": {
                 *           "OrderId": "SEARCH_ATTRIBUTE_TYPE_KEYWORD"
                 *         },
                 *         "lifecycle": {
                 *           "enableDeleteProtection": true
                 *         }
                 *       },
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                 *       "tags": {
                 *         "team": "orders"
                 *       },
                 *       "projectId": "a1b2c3-default"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.CreateNamespaceRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "namespace": "orders.a1b2c3",
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.CreateNamespaceResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetNamespace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example orders.a1b2c3 */
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "namespace": {
                     *         "namespace": "orders.a1b2c3",
                     *         "resourceVersion": "1",
                     *         "spec": {
                     *           "name": "orders",
                     *           "regions": [
                     *             "aws-us-east-1"
                     *           ],
                     *           "retentionDays": 7,
                     *           "apiKeyAuth": {
                     *             "enabled": true
                     *           },
                     *           "searchAttributes": {
                     *             "OrderId": "SEARCH_ATTRIBUTE_TYPE_KEYWORD"
                     *           },
                     *           "lifecycle": {
                     *             "enableDeleteProtection": true
                     *           }
                     *         },
                     *         "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "endpoints": {
                     *           "webAddress": "example",
                     *           "mtlsGrpcAddress": "localhost:7320",
                     *           "grpcAddress": "localhost:7320"
                     *         },
                     *         "activeRegion": "example",
                     *         "limits": {
                     *           "actionsPerSecondLimit": 1
                     *         },
                     *         "privateConnectivities": [
                     *           {
                     *             "region": "aws-us-east-1",
                     *             "awsPrivateLink": {
                     *               "allowedPrincipalArns": [
                     *                 "example"
                     *               ],
                     *               "vpcEndpointServiceNames": [
                     *                 "example"
                     *               ]
                     *             }
                     *           }
                     *         ],
                     *         "createdTime": "2026-01-31T12:00:00Z",
                     *         "lastModifiedTime": "2026-01-31T12:00:00Z",
                     *         "state": "RESOURCE_STATE_ACTIVATING",
                     *         "connectivityRules": [
                     *           {
                     *             "id": "example",
                     *             "spec": {
                     *               "publicRule": {
                     *                 "enableStableIps": true
                     *               }
                     *             },
                     *             "resourceVersion": "1",
                     *             "state": "RESOURCE_STATE_ACTIVATING",
                     *             "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *             "createdTime": "2026-01-31T12:00:00Z",
                     *             "projectId": "a1b2c3-default"
                     *           }
                     *         ],
                     *         "tags": {
                     *           "team": "orders"
                     *         },
                     *         "capacity": {
                     *           "onDemand": {},
                     *           "latestRequest": {
                     *             "state": "STATE_CAPACITY_REQUEST_COMPLETED",
                     *             "startTime": "2026-01-31T12:00:00Z",
                     *             "endTime": "2026-01-31T12:00:00Z",
                     *             "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *             "spec": {
                     *               "onDemand": {}
                     *             }
                     *           }
                     *         },
                     *         "projectId": "a1b2c3-default",
                     *         "replicas": [
                     *           {
                     *             "id": "example",
                     *             "isPrimary": true,
                     *             "state": "REPLICA_STATE_ADDING",
                     *             "region": "aws-us-east-1"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetNamespaceResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_UpdateNamespace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example orders.a1b2c3 */
                namespace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "name": "orders",
                 *         "regions": [
                 *           "aws-us-east-1"
                 *         ],
                 *         "retentionDays": 7,
                 *         "apiKeyAuth": {
                 *           "enabled": true
                 *         },
                 *         "searchAttributes": {
                 *           "OrderId": "SEARCH_ATTRIBUTE_TYPE_KEYWORD"
                 *         },
                 *         "lifecycle": {
                 *           "enableDeleteProtection": true
                 *         }
                 *       },
                 *       "resourceVersion": "1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.UpdateNamespaceRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.UpdateNamespaceResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_DeleteNamespace: {
        parameters: {
            query?: {
                /** @example 1 */
                resourceVersion?: string;
                /** @example 4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10 */
                asyncOperationId?: string;
            };
            header?: never;
            path: {
                /** @example orders.a1b2c3 */
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.DeleteNamespaceResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_AddNamespaceRegion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example orders.a1b2c3 */
                namespace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "region": "aws-us-east-1",
                 *       "resourceVersion": "1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.AddNamespaceRegionRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.AddNamespaceRegionResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetNamespaceCapacityInfo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example orders.a1b2c3 */
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "capacityInfo": {
                     *         "namespace": "orders.a1b2c3",
                     *         "hasLegacyLimits": true,
                     *         "currentCapacity": {
                     *           "onDemand": {},
                     *           "latestRequest": {
                     *             "state": "STATE_CAPACITY_REQUEST_COMPLETED",
                     *             "startTime": "2026-01-31T12:00:00Z",
                     *             "endTime": "2026-01-31T12:00:00Z",
                     *             "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *             "spec": {
                     *               "onDemand": {}
                     *             }
                     *           }
                     *         },
                     *         "modeOptions": {
                     *           "provisioned": {
                     *             "validTruValues": [
                     *               1
                     *             ],
                     *             "maxAvailableTruValue": 1
                     *           },
                     *           "onDemand": {
                     *             "apsLimit": 1
                     *           }
                     *         },
                     *         "stats": {
                     *           "aps": {
                     *             "mean": 1,
                     *             "p90": 1,
                     *             "p99": 1
                     *           }
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetNamespaceCapacityInfoResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_ValidateNamespaceExportSink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example orders.a1b2c3 */
                namespace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "name": "orders",
                 *         "enabled": true,
                 *         "s3": {
                 *           "roleName": "cellplane-export",
                 *           "bucketName": "orders-history",
                 *           "region": "aws-us-east-1",
                 *           "kmsArn": "arn:aws:kms:us-east-1:123456789012:key/0a1b2c3d",
                 *           "awsAccountId": "123456789012"
                 *         },
                 *         "gcs": {
                 *           "saId": "export",
                 *           "bucketName": "orders-history",
                 *           "gcpProjectId": "example-project",
                 *           "region": "aws-us-east-1"
                 *         },
                 *         "azureBlob": {
                 *           "tenantId": "example",
                 *           "storageAccount": "ordershistory",
                 *           "containerName": "history",
                 *           "region": "aws-us-east-1",
                 *           "subscriptionId": "example",
                 *           "resourceGroup": "example"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.ValidateNamespaceExportSinkRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.ValidateNamespaceExportSinkResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetNamespaceExportSinks: {
        parameters: {
            query?: {
                /** @example 100 */
                pageSize?: number;
                /** @example  */
                pageToken?: string;
            };
            header?: never;
            path: {
                /** @example orders.a1b2c3 */
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sinks": [
                     *         {
                     *           "name": "orders",
                     *           "resourceVersion": "1",
                     *           "state": "RESOURCE_STATE_ACTIVATING",
                     *           "spec": {
                     *             "name": "orders",
                     *             "enabled": true,
                     *             "s3": {
                     *               "roleName": "cellplane-export",
                     *               "bucketName": "orders-history",
                     *               "region": "aws-us-east-1",
                     *               "kmsArn": "arn:aws:kms:us-east-1:123456789012:key/0a1b2c3d",
                     *               "awsAccountId": "123456789012"
                     *             },
                     *             "gcs": {
                     *               "saId": "export",
                     *               "bucketName": "orders-history",
                     *               "gcpProjectId": "example-project",
                     *               "region": "aws-us-east-1"
                     *             },
                     *             "azureBlob": {
                     *               "tenantId": "example",
                     *               "storageAccount": "ordershistory",
                     *               "containerName": "history",
                     *               "region": "aws-us-east-1",
                     *               "subscriptionId": "example",
                     *               "resourceGroup": "example"
                     *             }
                     *           },
                     *           "health": "HEALTH_OK",
                     *           "errorMessage": "example",
                     *           "latestDataExportTime": "2026-01-31T12:00:00Z",
                     *           "lastHealthCheckTime": "2026-01-31T12:00:00Z"
                     *         }
                     *       ],
                     *       "nextPageToken": ""
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetNamespaceExportSinksResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_CreateNamespaceExportSink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example orders.a1b2c3 */
                namespace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "name": "orders",
                 *         "enabled": true,
                 *         "s3": {
                 *           "roleName": "cellplane-export",
                 *           "bucketName": "orders-history",
                 *           "region": "aws-us-east-1",
                 *           "kmsArn": "arn:aws:kms:us-east-1:123456789012:key/0a1b2c3d",
                 *           "awsAccountId": "123456789012"
                 *         },
                 *         "gcs": {
                 *           "saId": "export",
                 *           "bucketName": "orders-history",
                 *           "gcpProjectId": "example-project",
                 *           "region": "aws-us-east-1"
                 *         },
                 *         "azureBlob": {
                 *           "tenantId": "example",
                 *           "storageAccount": "ordershistory",
                 *           "containerName": "history",
                 *           "region": "aws-us-east-1",
                 *           "subscriptionId": "example",
                 *           "resourceGroup": "example"
                 *         }
                 *       },
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.CreateNamespaceExportSinkRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.CreateNamespaceExportSinkResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetNamespaceExportSink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example orders.a1b2c3 */
                namespace: string;
                /** @example orders */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sink": {
                     *         "name": "orders",
                     *         "resourceVersion": "1",
                     *         "state": "RESOURCE_STATE_ACTIVATING",
                     *         "spec": {
                     *           "name": "orders",
                     *           "enabled": true,
                     *           "s3": {
                     *             "roleName": "cellplane-export",
                     *             "bucketName": "orders-history",
                     *             "region": "aws-us-east-1",
                     *             "kmsArn": "arn:aws:kms:us-east-1:123456789012:key/0a1b2c3d",
                     *             "awsAccountId": "123456789012"
                     *           },
                     *           "gcs": {
                     *             "saId": "export",
                     *             "bucketName": "orders-history",
                     *             "gcpProjectId": "example-project",
                     *             "region": "aws-us-east-1"
                     *           },
                     *           "azureBlob": {
                     *             "tenantId": "example",
                     *             "storageAccount": "ordershistory",
                     *             "containerName": "history",
                     *             "region": "aws-us-east-1",
                     *             "subscriptionId": "example",
                     *             "resourceGroup": "example"
                     *           }
                     *         },
                     *         "health": "HEALTH_OK",
                     *         "errorMessage": "example",
                     *         "latestDataExportTime": "2026-01-31T12:00:00Z",
                     *         "lastHealthCheckTime": "2026-01-31T12:00:00Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetNamespaceExportSinkResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_UpdateNamespaceExportSink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example orders.a1b2c3 */
                namespace: string;
                /** @example orders */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "enabled": true,
                 *         "s3": {
                 *           "roleName": "cellplane-export",
                 *           "bucketName": "orders-history",
                 *           "region": "aws-us-east-1",
                 *           "kmsArn": "arn:aws:kms:us-east-1:123456789012:key/0a1b2c3d",
                 *           "awsAccountId": "123456789012"
                 *         },
                 *         "gcs": {
                 *           "saId": "export",
                 *           "bucketName": "orders-history",
                 *           "gcpProjectId": "example-project",
                 *           "region": "aws-us-east-1"
                 *         },
                 *         "azureBlob": {
                 *           "tenantId": "example",
                 *           "storageAccount": "ordershistory",
                 *           "containerName": "history",
                 *           "region": "aws-us-east-1",
                 *           "subscriptionId": "example",
                 *           "resourceGroup": "example"
                 *         }
                 *       },
                 *       "resourceVersion": "1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.UpdateNamespaceExportSinkRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.UpdateNamespaceExportSinkResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_DeleteNamespaceExportSink: {
        parameters: {
            query?: {
                /** @example 1 */
                resourceVersion?: string;
                /** @example 4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10 */
                asyncOperationId?: string;
            };
            header?: never;
            path: {
                /** @example orders.a1b2c3 */
                namespace: string;
                /** @example orders */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.DeleteNamespaceExportSinkResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_FailoverNamespaceRegion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example orders.a1b2c3 */
                namespace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "region": "aws-us-east-1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.FailoverNamespaceRegionRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.FailoverNamespaceRegionResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_DeleteNamespaceRegion: {
        parameters: {
            query?: {
                /** @example 1 */
                resourceVersion?: string;
                /** @example 4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10 */
                asyncOperationId?: string;
            };
            header?: never;
            path: {
                /** @example orders.a1b2c3 */
                namespace: string;
                /** @example aws-us-east-1 */
                region: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.DeleteNamespaceRegionResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_RenameCustomSearchAttribute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example orders.a1b2c3 */
                namespace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "existingCustomSearchAttributeName": "OrderId",
                 *       "newCustomSearchAttributeName": "OrderNumber",
                 *       "resourceVersion": "1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.RenameCustomSearchAttributeRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.RenameCustomSearchAttributeResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetServiceAccountNamespaceAssignments: {
        parameters: {
            query?: {
                /** @example 100 */
                pageSize?: number;
                /** @example  */
                pageToken?: string;
            };
            header?: never;
            path: {
                /** @example orders.a1b2c3 */
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "serviceAccounts": [
                     *         {
                     *           "id": "example",
                     *           "name": "orders",
                     *           "namespaceAccess": {
                     *             "permission": "PERMISSION_ADMIN"
                     *           },
                     *           "inheritedAccess": true,
                     *           "resourceVersion": "1"
                     *         }
                     *       ],
                     *       "nextPageToken": ""
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetServiceAccountNamespaceAssignmentsResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_SetServiceAccountNamespaceAccess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example orders.a1b2c3 */
                namespace: string;
                /** @example 1679091c5a880faf6fb5e6087eb1b2dc */
                service_account_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "access": {
                 *         "permission": "PERMISSION_ADMIN"
                 *       },
                 *       "resourceVersion": "1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.SetServiceAccountNamespaceAccessRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.SetServiceAccountNamespaceAccessResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_UpdateNamespaceTags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example orders.a1b2c3 */
                namespace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "tagsToUpsert": {
                 *         "team": "orders"
                 *       },
                 *       "tagsToRemove": [
                 *         "team"
                 *       ],
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.UpdateNamespaceTagsRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.UpdateNamespaceTagsResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetUserNamespaceAssignments: {
        parameters: {
            query?: {
                /** @example 100 */
                pageSize?: number;
                /** @example  */
                pageToken?: string;
            };
            header?: never;
            path: {
                /** @example orders.a1b2c3 */
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "users": [
                     *         {
                     *           "id": "example",
                     *           "email": "ada@example.com",
                     *           "namespaceAccess": {
                     *             "permission": "PERMISSION_ADMIN"
                     *           },
                     *           "inheritedAccess": true,
                     *           "resourceVersion": "1"
                     *         }
                     *       ],
                     *       "nextPageToken": ""
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetUserNamespaceAssignmentsResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetUserGroupNamespaceAssignments: {
        parameters: {
            query?: {
                /** @example 100 */
                pageSize?: number;
                /** @example  */
                pageToken?: string;
            };
            header?: never;
            path: {
                /** @example orders.a1b2c3 */
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "groups": [
                     *         {
                     *           "id": "example",
                     *           "displayName": "orders",
                     *           "namespaceAccess": {
                     *             "permission": "PERMISSION_ADMIN"
                     *           },
                     *           "inheritedAccess": true,
                     *           "resourceVersion": "1"
                     *         }
                     *       ],
                     *       "nextPageToken": ""
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetUserGroupNamespaceAssignmentsResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_SetUserGroupNamespaceAccess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example orders.a1b2c3 */
                namespace: string;
                /** @example 5b8e0f3e-2d5a-4c7e-9a51-7f4f1f0b2c33 */
                group_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "access": {
                 *         "permission": "PERMISSION_ADMIN"
                 *       },
                 *       "resourceVersion": "1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.SetUserGroupNamespaceAccessRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.SetUserGroupNamespaceAccessResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_SetUserNamespaceAccess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example orders.a1b2c3 */
                namespace: string;
                /** @example 7f3f5a2b1c0d4e6f8a9b0c1d2e3f4a5b */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "access": {
                 *         "permission": "PERMISSION_ADMIN"
                 *       },
                 *       "resourceVersion": "1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.SetUserNamespaceAccessRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.SetUserNamespaceAccessResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetNexusEndpoints: {
        parameters: {
            query?: {
                /** @example 100 */
                pageSize?: number;
                /** @example  */
                pageToken?: string;
                /** @example example */
                targetNamespaceId?: string;
                /** @example orders */
                targetTaskQueue?: string;
                /** @example orders */
                name?: string;
                /**
                 * @description Only those of this project.
                 * @example a1b2c3-default
                 */
                projectId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "endpoints": [
                     *         {
                     *           "id": "example",
                     *           "resourceVersion": "1",
                     *           "spec": {
                     *             "name": "orders",
                     *             "targetSpec": {
                     *               "workerTargetSpec": {
                     *                 "namespaceId": "orders.a1b2c3",
                     *                 "taskQueue": "orders"
                     *               }
                     *             },
                     *             "policySpecs": [
                     *               {
                     *                 "allowedCloudNamespacePolicySpec": {
                     *                   "namespaceId": "shop.a1b2c3"
                     *                 }
                     *               }
                     *             ]
                     *           },
                     *           "state": "RESOURCE_STATE_ACTIVATING",
                     *           "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *           "createdTime": "2026-01-31T12:00:00Z",
                     *           "lastModifiedTime": "2026-01-31T12:00:00Z",
                     *           "projectId": "a1b2c3-default"
                     *         }
                     *       ],
                     *       "nextPageToken": ""
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetNexusEndpointsResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_CreateNexusEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "name": "orders",
                 *         "targetSpec": {
                 *           "workerTargetSpec": {
                 *             "namespaceId": "orders.a1b2c3",
                 *             "taskQueue": "orders"
                 *           }
                 *         },
                 *         "policySpecs": [
                 *           {
                 *             "allowedCloudNamespacePolicySpec": {
                 *               "namespaceId": "shop.a1b2c3"
                 *             }
                 *           }
                 *         ]
                 *       },
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                 *       "projectId": "a1b2c3-default"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.CreateNexusEndpointRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "endpointId": "2c1d7a44-9f2b-4f0c-8b9f-3b1c0d5e7f21",
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.CreateNexusEndpointResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetNexusEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 2c1d7a44-9f2b-4f0c-8b9f-3b1c0d5e7f21 */
                endpoint_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "endpoint": {
                     *         "id": "example",
                     *         "resourceVersion": "1",
                     *         "spec": {
                     *           "name": "orders",
                     *           "targetSpec": {
                     *             "workerTargetSpec": {
                     *               "namespaceId": "orders.a1b2c3",
                     *               "taskQueue": "orders"
                     *             }
                     *           },
                     *           "policySpecs": [
                     *             {
                     *               "allowedCloudNamespacePolicySpec": {
                     *                 "namespaceId": "shop.a1b2c3"
                     *               }
                     *             }
                     *           ]
                     *         },
                     *         "state": "RESOURCE_STATE_ACTIVATING",
                     *         "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "createdTime": "2026-01-31T12:00:00Z",
                     *         "lastModifiedTime": "2026-01-31T12:00:00Z",
                     *         "projectId": "a1b2c3-default"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetNexusEndpointResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_UpdateNexusEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 2c1d7a44-9f2b-4f0c-8b9f-3b1c0d5e7f21 */
                endpoint_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "name": "orders",
                 *         "targetSpec": {
                 *           "workerTargetSpec": {
                 *             "namespaceId": "orders.a1b2c3",
                 *             "taskQueue": "orders"
                 *           }
                 *         },
                 *         "policySpecs": [
                 *           {
                 *             "allowedCloudNamespacePolicySpec": {
                 *               "namespaceId": "shop.a1b2c3"
                 *             }
                 *           }
                 *         ]
                 *       },
                 *       "resourceVersion": "1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.UpdateNexusEndpointRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.UpdateNexusEndpointResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_DeleteNexusEndpoint: {
        parameters: {
            query?: {
                /** @example 1 */
                resourceVersion?: string;
                /** @example 4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10 */
                asyncOperationId?: string;
            };
            header?: never;
            path: {
                /** @example 2c1d7a44-9f2b-4f0c-8b9f-3b1c0d5e7f21 */
                endpoint_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.DeleteNexusEndpointResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetAsyncOperation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10 */
                async_operation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetAsyncOperationResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetProjects: {
        parameters: {
            query?: {
                /**
                 * @description At most 1000; 100 when left out.
                 * @example 100
                 */
                pageSize?: number;
                /**
                 * @description The next_page_token of the page before.
                 * @example
                 */
                pageToken?: string;
                /**
                 * @description Only these projects.
                 * @example [
                 *       "a1b2c3-default"
                 *     ]
                 */
                projectIds?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "projects": [
                     *         {
                     *           "id": "example",
                     *           "spec": {
                     *             "displayName": "orders",
                     *             "description": "Orders of the web shop",
                     *             "lifecycle": {
                     *               "enableDeleteProtection": true
                     *             }
                     *           },
                     *           "resourceVersion": "1",
                     *           "state": "RESOURCE_STATE_ACTIVATING",
                     *           "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *           "createdTime": "2026-01-31T12:00:00Z",
                     *           "lastModifiedTime": "2026-01-31T12:00:00Z"
                     *         }
                     *       ],
                     *       "nextPageToken": ""
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetProjectsResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_CreateProject: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "displayName": "orders",
                 *         "description": "Orders of the web shop",
                 *         "lifecycle": {
                 *           "enableDeleteProtection": true
                 *         }
                 *       },
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.CreateProjectRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "projectId": "a1b2c3-default",
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.CreateProjectResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the project.
                 * @example a1b2c3-default
                 */
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "project": {
                     *         "id": "example",
                     *         "spec": {
                     *           "displayName": "orders",
                     *           "description": "Orders of the web shop",
                     *           "lifecycle": {
                     *             "enableDeleteProtection": true
                     *           }
                     *         },
                     *         "resourceVersion": "1",
                     *         "state": "RESOURCE_STATE_ACTIVATING",
                     *         "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "createdTime": "2026-01-31T12:00:00Z",
                     *         "lastModifiedTime": "2026-01-31T12:00:00Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetProjectResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_UpdateProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the project.
                 * @example a1b2c3-default
                 */
                project_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "displayName": "orders",
                 *         "description": "Orders of the web shop",
                 *         "lifecycle": {
                 *           "enableDeleteProtection": true
                 *         }
                 *       },
                 *       "resourceVersion": "1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.UpdateProjectRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.UpdateProjectResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_DeleteProject: {
        parameters: {
            query?: {
                /**
                 * @description The version of the project that this change is meant for.
                 * @example 1
                 */
                resourceVersion?: string;
                /**
                 * @description Your id for the operation: a repeat with the same id acts once.
                 * @example 4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10
                 */
                asyncOperationId?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The id of the project.
                 * @example a1b2c3-default
                 */
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.DeleteProjectResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetServiceAccountProjectAssignments: {
        parameters: {
            query?: {
                /**
                 * @description At most 1000; 100 when left out.
                 * @example 100
                 */
                pageSize?: number;
                /**
                 * @description The next_page_token of the page before.
                 * @example
                 */
                pageToken?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The id of the project.
                 * @example a1b2c3-default
                 */
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "serviceAccounts": [
                     *         {
                     *           "id": "example",
                     *           "name": "orders",
                     *           "projectAccess": {
                     *             "role": "PROJECT_ROLE_ADMIN"
                     *           },
                     *           "inheritedAccess": true,
                     *           "resourceVersion": "1"
                     *         }
                     *       ],
                     *       "nextPageToken": ""
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetServiceAccountProjectAssignmentsResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetProjectScopedServiceAccounts: {
        parameters: {
            query?: {
                /**
                 * @description At most 1000; 100 when left out.
                 * @example 100
                 */
                pageSize?: number;
                /**
                 * @description The next_page_token of the page before.
                 * @example
                 */
                pageToken?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The id of the project.
                 * @example a1b2c3-default
                 */
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "serviceAccounts": [
                     *         {
                     *           "id": "example",
                     *           "resourceVersion": "1",
                     *           "spec": {
                     *             "name": "orders-deploy",
                     *             "access": {
                     *               "accountAccess": {
                     *                 "role": "ROLE_READ"
                     *               },
                     *               "namespaceAccesses": {
                     *                 "orders.a1b2c3": {
                     *                   "permission": "PERMISSION_WRITE"
                     *                 }
                     *               }
                     *             }
                     *           },
                     *           "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *           "createdTime": "2026-01-31T12:00:00Z",
                     *           "lastModifiedTime": "2026-01-31T12:00:00Z",
                     *           "state": "RESOURCE_STATE_ACTIVATING"
                     *         }
                     *       ],
                     *       "nextPageToken": ""
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetProjectScopedServiceAccountsResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_SetServiceAccountProjectAccess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the project.
                 * @example a1b2c3-default
                 */
                project_id: string;
                /**
                 * @description The id of the service account.
                 * @example 1679091c5a880faf6fb5e6087eb1b2dc
                 */
                service_account_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "access": {
                 *         "role": "PROJECT_ROLE_ADMIN"
                 *       },
                 *       "resourceVersion": "1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.SetServiceAccountProjectAccessRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.SetServiceAccountProjectAccessResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetUserProjectAssignments: {
        parameters: {
            query?: {
                /**
                 * @description At most 1000; 100 when left out.
                 * @example 100
                 */
                pageSize?: number;
                /**
                 * @description The next_page_token of the page before.
                 * @example
                 */
                pageToken?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The id of the project.
                 * @example a1b2c3-default
                 */
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "users": [
                     *         {
                     *           "id": "example",
                     *           "email": "ada@example.com",
                     *           "projectAccess": {
                     *             "role": "PROJECT_ROLE_ADMIN"
                     *           },
                     *           "inheritedAccess": true,
                     *           "resourceVersion": "1"
                     *         }
                     *       ],
                     *       "nextPageToken": ""
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetUserProjectAssignmentsResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetUserGroupProjectAssignments: {
        parameters: {
            query?: {
                /**
                 * @description At most 1000; 100 when left out.
                 * @example 100
                 */
                pageSize?: number;
                /**
                 * @description The next_page_token of the page before.
                 * @example
                 */
                pageToken?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The id of the project.
                 * @example a1b2c3-default
                 */
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "groups": [
                     *         {
                     *           "id": "example",
                     *           "displayName": "orders",
                     *           "projectAccess": {
                     *             "role": "PROJECT_ROLE_ADMIN"
                     *           },
                     *           "inheritedAccess": true,
                     *           "resourceVersion": "1"
                     *         }
                     *       ],
                     *       "nextPageToken": ""
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetUserGroupProjectAssignmentsResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_SetUserGroupProjectAccess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the project.
                 * @example a1b2c3-default
                 */
                project_id: string;
                /**
                 * @description The id of the group.
                 * @example 5b8e0f3e-2d5a-4c7e-9a51-7f4f1f0b2c33
                 */
                group_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "access": {
                 *         "role": "PROJECT_ROLE_ADMIN"
                 *       },
                 *       "resourceVersion": "1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.SetUserGroupProjectAccessRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.SetUserGroupProjectAccessResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_SetUserProjectAccess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the project.
                 * @example a1b2c3-default
                 */
                project_id: string;
                /**
                 * @description The id of the user.
                 * @example 7f3f5a2b1c0d4e6f8a9b0c1d2e3f4a5b
                 */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "access": {
                 *         "role": "PROJECT_ROLE_ADMIN"
                 *       },
                 *       "resourceVersion": "1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.SetUserProjectAccessRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.SetUserProjectAccessResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetRegions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "regions": [
                     *         {
                     *           "id": "example",
                     *           "cloudProviderRegion": "example",
                     *           "location": "N. Virginia",
                     *           "cloudProvider": "CLOUD_PROVIDER_AWS"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetRegionsResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetRegion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example aws-us-east-1 */
                region: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "region": {
                     *         "id": "example",
                     *         "cloudProviderRegion": "example",
                     *         "location": "N. Virginia",
                     *         "cloudProvider": "CLOUD_PROVIDER_AWS"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetRegionResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetServiceAccounts: {
        parameters: {
            query?: {
                /** @example 100 */
                pageSize?: number;
                /** @example  */
                pageToken?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "serviceAccount": [
                     *         {
                     *           "id": "example",
                     *           "resourceVersion": "1",
                     *           "spec": {
                     *             "name": "orders-deploy",
                     *             "access": {
                     *               "accountAccess": {
                     *                 "role": "ROLE_READ"
                     *               },
                     *               "namespaceAccesses": {
                     *                 "orders.a1b2c3": {
                     *                   "permission": "PERMISSION_WRITE"
                     *                 }
                     *               }
                     *             }
                     *           },
                     *           "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *           "createdTime": "2026-01-31T12:00:00Z",
                     *           "lastModifiedTime": "2026-01-31T12:00:00Z",
                     *           "state": "RESOURCE_STATE_ACTIVATING"
                     *         }
                     *       ],
                     *       "nextPageToken": ""
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetServiceAccountsResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_CreateServiceAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "name": "orders-deploy",
                 *         "access": {
                 *           "accountAccess": {
                 *             "role": "ROLE_READ"
                 *           },
                 *           "namespaceAccesses": {
                 *             "orders.a1b2c3": {
                 *               "permission": "PERMISSION_WRITE"
                 *             }
                 *           }
                 *         }
                 *       },
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.CreateServiceAccountRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "serviceAccountId": "1679091c5a880faf6fb5e6087eb1b2dc",
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.CreateServiceAccountResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetServiceAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 1679091c5a880faf6fb5e6087eb1b2dc */
                service_account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "serviceAccount": {
                     *         "id": "example",
                     *         "resourceVersion": "1",
                     *         "spec": {
                     *           "name": "orders-deploy",
                     *           "access": {
                     *             "accountAccess": {
                     *               "role": "ROLE_READ"
                     *             },
                     *             "namespaceAccesses": {
                     *               "orders.a1b2c3": {
                     *                 "permission": "PERMISSION_WRITE"
                     *               }
                     *             }
                     *           }
                     *         },
                     *         "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "createdTime": "2026-01-31T12:00:00Z",
                     *         "lastModifiedTime": "2026-01-31T12:00:00Z",
                     *         "state": "RESOURCE_STATE_ACTIVATING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetServiceAccountResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_UpdateServiceAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 1679091c5a880faf6fb5e6087eb1b2dc */
                service_account_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "name": "orders-deploy",
                 *         "access": {
                 *           "accountAccess": {
                 *             "role": "ROLE_READ"
                 *           },
                 *           "namespaceAccesses": {
                 *             "orders.a1b2c3": {
                 *               "permission": "PERMISSION_WRITE"
                 *             }
                 *           }
                 *         }
                 *       },
                 *       "resourceVersion": "1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.UpdateServiceAccountRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.UpdateServiceAccountResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_DeleteServiceAccount: {
        parameters: {
            query?: {
                /** @example 1 */
                resourceVersion?: string;
                /** @example 4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10 */
                asyncOperationId?: string;
            };
            header?: never;
            path: {
                /** @example 1679091c5a880faf6fb5e6087eb1b2dc */
                service_account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.DeleteServiceAccountResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetUsage: {
        parameters: {
            query?: {
                /** @example 2026-01-31T12:00:00Z */
                startTimeInclusive?: string;
                /** @example 2026-01-31T12:00:00Z */
                endTimeExclusive?: string;
                /** @example 100 */
                pageSize?: number;
                /** @example  */
                pageToken?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "summaries": [
                     *         {
                     *           "startTime": "2026-01-31T12:00:00Z",
                     *           "endTime": "2026-01-31T12:00:00Z",
                     *           "recordGroups": [
                     *             {
                     *               "groupBys": [
                     *                 {
                     *                   "key": "GROUP_BY_KEY_NAMESPACE",
                     *                   "value": "example"
                     *                 }
                     *               ],
                     *               "records": [
                     *                 {
                     *                   "type": "RECORD_TYPE_ACTIONS",
                     *                   "unit": "RECORD_UNIT_NUMBER",
                     *                   "value": 1
                     *                 }
                     *               ]
                     *             }
                     *           ],
                     *           "incomplete": true
                     *         }
                     *       ],
                     *       "nextPageToken": ""
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetUsageResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetUserGroups: {
        parameters: {
            query?: {
                /** @example 100 */
                pageSize?: number;
                /** @example  */
                pageToken?: string;
                /** @example orders.a1b2c3 */
                namespace?: string;
                /** @example orders */
                displayName?: string;
                /** @example payments@example.com */
                "googleGroup.emailAddress"?: string;
                /** @example 00g1a2b3c4 */
                "scimGroup.idpId"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "groups": [
                     *         {
                     *           "id": "example",
                     *           "resourceVersion": "1",
                     *           "spec": {
                     *             "displayName": "orders",
                     *             "access": {
                     *               "accountAccess": {
                     *                 "role": "ROLE_DEVELOPER"
                     *               },
                     *               "namespaceAccesses": {
                     *                 "orders.a1b2c3": {
                     *                   "permission": "PERMISSION_WRITE"
                     *                 }
                     *               }
                     *             },
                     *             "googleGroup": {
                     *               "emailAddress": "payments@example.com"
                     *             }
                     *           },
                     *           "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *           "createdTime": "2026-01-31T12:00:00Z",
                     *           "lastModifiedTime": "2026-01-31T12:00:00Z",
                     *           "state": "RESOURCE_STATE_ACTIVATING"
                     *         }
                     *       ],
                     *       "nextPageToken": ""
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetUserGroupsResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_CreateUserGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "displayName": "orders",
                 *         "access": {
                 *           "accountAccess": {
                 *             "role": "ROLE_DEVELOPER"
                 *           },
                 *           "namespaceAccesses": {
                 *             "orders.a1b2c3": {
                 *               "permission": "PERMISSION_WRITE"
                 *             }
                 *           }
                 *         },
                 *         "googleGroup": {
                 *           "emailAddress": "payments@example.com"
                 *         }
                 *       },
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.CreateUserGroupRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "groupId": "5b8e0f3e-2d5a-4c7e-9a51-7f4f1f0b2c33",
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.CreateUserGroupResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetUserGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 5b8e0f3e-2d5a-4c7e-9a51-7f4f1f0b2c33 */
                group_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "group": {
                     *         "id": "example",
                     *         "resourceVersion": "1",
                     *         "spec": {
                     *           "displayName": "orders",
                     *           "access": {
                     *             "accountAccess": {
                     *               "role": "ROLE_DEVELOPER"
                     *             },
                     *             "namespaceAccesses": {
                     *               "orders.a1b2c3": {
                     *                 "permission": "PERMISSION_WRITE"
                     *               }
                     *             }
                     *           },
                     *           "googleGroup": {
                     *             "emailAddress": "payments@example.com"
                     *           }
                     *         },
                     *         "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "createdTime": "2026-01-31T12:00:00Z",
                     *         "lastModifiedTime": "2026-01-31T12:00:00Z",
                     *         "state": "RESOURCE_STATE_ACTIVATING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetUserGroupResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_UpdateUserGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 5b8e0f3e-2d5a-4c7e-9a51-7f4f1f0b2c33 */
                group_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "displayName": "orders",
                 *         "access": {
                 *           "accountAccess": {
                 *             "role": "ROLE_DEVELOPER"
                 *           },
                 *           "namespaceAccesses": {
                 *             "orders.a1b2c3": {
                 *               "permission": "PERMISSION_WRITE"
                 *             }
                 *           }
                 *         },
                 *         "googleGroup": {
                 *           "emailAddress": "payments@example.com"
                 *         }
                 *       },
                 *       "resourceVersion": "1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.UpdateUserGroupRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.UpdateUserGroupResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_DeleteUserGroup: {
        parameters: {
            query?: {
                /** @example 1 */
                resourceVersion?: string;
                /** @example 4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10 */
                asyncOperationId?: string;
            };
            header?: never;
            path: {
                /** @example 5b8e0f3e-2d5a-4c7e-9a51-7f4f1f0b2c33 */
                group_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.DeleteUserGroupResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetUserGroupMembers: {
        parameters: {
            query?: {
                /** @example 100 */
                pageSize?: number;
                /** @example  */
                pageToken?: string;
            };
            header?: never;
            path: {
                /** @example 5b8e0f3e-2d5a-4c7e-9a51-7f4f1f0b2c33 */
                group_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "members": [
                     *         {
                     *           "memberId": {
                     *             "userId": "7f3f5a2b1c0d4e6f8a9b0c1d2e3f4a5b"
                     *           },
                     *           "createdTime": "2026-01-31T12:00:00Z"
                     *         }
                     *       ],
                     *       "nextPageToken": ""
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetUserGroupMembersResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_AddUserGroupMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 5b8e0f3e-2d5a-4c7e-9a51-7f4f1f0b2c33 */
                group_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "memberId": {
                 *         "userId": "7f3f5a2b1c0d4e6f8a9b0c1d2e3f4a5b"
                 *       },
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.AddUserGroupMemberRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.AddUserGroupMemberResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_RemoveUserGroupMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 5b8e0f3e-2d5a-4c7e-9a51-7f4f1f0b2c33 */
                group_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "memberId": {
                 *         "userId": "7f3f5a2b1c0d4e6f8a9b0c1d2e3f4a5b"
                 *       },
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.RemoveUserGroupMemberRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.RemoveUserGroupMemberResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetUsers: {
        parameters: {
            query?: {
                /** @example 100 */
                pageSize?: number;
                /** @example  */
                pageToken?: string;
                /** @example ada@example.com */
                email?: string;
                /** @example orders.a1b2c3 */
                namespace?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "users": [
                     *         {
                     *           "id": "example",
                     *           "resourceVersion": "1",
                     *           "spec": {
                     *             "email": "ada@example.com",
                     *             "access": {
                     *               "accountAccess": {
                     *                 "role": "ROLE_DEVELOPER"
                     *               },
                     *               "namespaceAccesses": {
                     *                 "orders.a1b2c3": {
                     *                   "permission": "PERMISSION_WRITE"
                     *                 }
                     *               }
                     *             }
                     *           },
                     *           "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *           "invitation": {
                     *             "createdTime": "2026-01-31T12:00:00Z",
                     *             "expiredTime": "2026-01-31T12:00:00Z"
                     *           },
                     *           "createdTime": "2026-01-31T12:00:00Z",
                     *           "lastModifiedTime": "2026-01-31T12:00:00Z",
                     *           "state": "RESOURCE_STATE_ACTIVATING"
                     *         }
                     *       ],
                     *       "nextPageToken": ""
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetUsersResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_CreateUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "email": "ada@example.com",
                 *         "access": {
                 *           "accountAccess": {
                 *             "role": "ROLE_DEVELOPER"
                 *           },
                 *           "namespaceAccesses": {
                 *             "orders.a1b2c3": {
                 *               "permission": "PERMISSION_WRITE"
                 *             }
                 *           }
                 *         }
                 *       },
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.CreateUserRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "userId": "7f3f5a2b1c0d4e6f8a9b0c1d2e3f4a5b",
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.CreateUserResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_GetUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f3f5a2b1c0d4e6f8a9b0c1d2e3f4a5b */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "user": {
                     *         "id": "example",
                     *         "resourceVersion": "1",
                     *         "spec": {
                     *           "email": "ada@example.com",
                     *           "access": {
                     *             "accountAccess": {
                     *               "role": "ROLE_DEVELOPER"
                     *             },
                     *             "namespaceAccesses": {
                     *               "orders.a1b2c3": {
                     *                 "permission": "PERMISSION_WRITE"
                     *               }
                     *             }
                     *           }
                     *         },
                     *         "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "invitation": {
                     *           "createdTime": "2026-01-31T12:00:00Z",
                     *           "expiredTime": "2026-01-31T12:00:00Z"
                     *         },
                     *         "createdTime": "2026-01-31T12:00:00Z",
                     *         "lastModifiedTime": "2026-01-31T12:00:00Z",
                     *         "state": "RESOURCE_STATE_ACTIVATING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.GetUserResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_UpdateUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f3f5a2b1c0d4e6f8a9b0c1d2e3f4a5b */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spec": {
                 *         "email": "ada@example.com",
                 *         "access": {
                 *           "accountAccess": {
                 *             "role": "ROLE_DEVELOPER"
                 *           },
                 *           "namespaceAccesses": {
                 *             "orders.a1b2c3": {
                 *               "permission": "PERMISSION_WRITE"
                 *             }
                 *           }
                 *         }
                 *       },
                 *       "resourceVersion": "1",
                 *       "asyncOperationId": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10"
                 *     }
                 */
                "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.UpdateUserRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.UpdateUserResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    CloudService_DeleteUser: {
        parameters: {
            query?: {
                /** @example 1 */
                resourceVersion?: string;
                /** @example 4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10 */
                asyncOperationId?: string;
            };
            header?: never;
            path: {
                /** @example 7f3f5a2b1c0d4e6f8a9b0c1d2e3f4a5b */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncOperation": {
                     *         "id": "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
                     *         "checkDuration": "3600s",
                     *         "operationType": "UpdateNamespace",
                     *         "failureReason": "",
                     *         "startedTime": "2026-01-31T12:00:00Z",
                     *         "finishedTime": "2026-01-31T12:00:00Z",
                     *         "state": "STATE_PENDING"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["temporal.api.cloud.cloudservice.v1.DeleteUserResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    MetricsService_GetMetrics: {
        parameters: {
            query?: {
                /**
                 * @description "shop.a1b2c"; * stands for any characters; default: all
                 * @example [
                 *       "orders.a1b2c3"
                 *     ]
                 */
                namespaces?: string[];
                /**
                 * @description names; default: all
                 * @example [
                 *       "example"
                 *     ]
                 */
                metrics?: string[];
                /**
                 * @description opt-in labels
                 * @example [
                 *       "example"
                 *     ]
                 */
                labels?: string[];
            };
            header?: never;
            path: {
                /**
                 * @description empty: the caller's
                 * @example a1b2c3
                 */
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/openmetrics-text": string;
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    MetricsService_GetMetricDescriptors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example a1b2c3 */
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "descriptors": [
                     *         {
                     *           "name": "orders",
                     *           "type": "example",
                     *           "unit": "example",
                     *           "help": "example",
                     *           "labels": [
                     *             "example"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetMetricDescriptorsResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    MetricsService_GetMetrics2: {
        parameters: {
            query?: {
                /**
                 * @description "shop.a1b2c"; * stands for any characters; default: all
                 * @example [
                 *       "orders.a1b2c3"
                 *     ]
                 */
                namespaces?: string[];
                /**
                 * @description names; default: all
                 * @example [
                 *       "example"
                 *     ]
                 */
                metrics?: string[];
                /**
                 * @description opt-in labels
                 * @example [
                 *       "example"
                 *     ]
                 */
                labels?: string[];
            };
            header?: never;
            path: {
                /**
                 * @description empty: the caller's
                 * @example a1b2c3
                 */
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/openmetrics-text": string;
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    MetricsService_GetMetricDescriptors2: {
        parameters: {
            query?: {
                /** @example a1b2c3 */
                accountId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "descriptors": [
                     *         {
                     *           "name": "orders",
                     *           "type": "example",
                     *           "unit": "example",
                     *           "help": "example",
                     *           "labels": [
                     *             "example"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["cellplane.cloud.v1.GetMetricDescriptorsResponse"];
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
    MetricsService_GetMetrics3: {
        parameters: {
            query?: {
                /**
                 * @description empty: the caller's
                 * @example a1b2c3
                 */
                accountId?: string;
                /**
                 * @description "shop.a1b2c"; * stands for any characters; default: all
                 * @example [
                 *       "orders.a1b2c3"
                 *     ]
                 */
                namespaces?: string[];
                /**
                 * @description names; default: all
                 * @example [
                 *       "example"
                 *     ]
                 */
                metrics?: string[];
                /**
                 * @description opt-in labels
                 * @example [
                 *       "example"
                 *     ]
                 */
                labels?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/openmetrics-text": string;
                };
            };
            400: components["responses"]["InvalidArgument"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["FailedPrecondition"];
            429: components["responses"]["ResourceExhausted"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Error"];
        };
    };
}
